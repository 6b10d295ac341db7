using Workflows.Shared.Consultation.Conversations;

namespace Workflows.Shared.Consultation;

/// <summary>Tidies what a small model wrote: one or two sentences on one line, safe to show.</summary>
public static class QuickSummaryText
{
    private const int Longest = 300;
    private const int MostSentences = 2;

    private static readonly string[] Labels = ["요약:", "요약 :", "Summary:", "summary:"];

    /// <summary>The summary; null when nothing of it can be shown.</summary>
    /// <param name="answer">The model's answer.</param>
    /// <param name="isCut">Whether the answer ends at the limit of its tokens: what was begun then counts only when nothing was finished.</param>
    public static string? Tidy(string answer, bool isCut)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string text = SafeText.Line(answer, Longest * 4);
        foreach (string label in Labels)
        {
            text = text.StartsWith(label, StringComparison.Ordinal) ? text[label.Length..].TrimStart() : text;
        }

        List<string> sentences = [.. SentenceCut.Of(text.Trim('"', '\'', '“', '”', '*', ' ')).Take(MostSentences + 1)];
        if (isCut && sentences.Count is > 1 and <= MostSentences)
        {
            sentences.RemoveAt(sentences.Count - 1);
        }

        string summary = SentenceCut.Clip(string.Join(' ', sentences.Take(MostSentences)), Longest);
        return summary.Any(char.IsLetterOrDigit) ? summary : null;
    }
}
