using Workflows.Shared.Consultation.Conversations;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>
/// Brings a model's answer into the form that leaves the product: nothing in it can steer a terminal or hide text, nothing is longer than agreed, no keyword stands
/// twice, and the keyword title is made of words joined by underscores.
/// </summary>
public static class AnalysisTidying
{
    private static readonly char[] KeywordEdges = [' ', '#', '"', '\'', '.', ',', ';', ':', '!', '?', '-', '*', '_', '·', '(', ')', '[', ']', '“', '”', '‘', '’', '「', '」'];
    private static readonly char[] TitleSeparators = ['_', ' ', ',', '/', '|', '·', '-'];

    /// <summary>The tidied answer. What is tidy stays as it is.</summary>
    /// <param name="answer">An answer that is valid by its schema; its texts are not trusted.</param>
    public static ConsultationAnalysis Of(ConsultationAnalysis answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        IReadOnlyList<string> keywords = Keywords(answer.Keywords);
        return new ConsultationAnalysis
        {
            Summary = new ConsultationSummary
            {
                Customer = Text(answer.Summary.Customer, AnalysisBounds.LongestPart),
                Agent = Text(answer.Summary.Agent, AnalysisBounds.LongestPart),
                Result = Text(answer.Summary.Result, AnalysisBounds.LongestPart),
            },
            Keywords = keywords,
            Titles = new ConsultationTitles
            {
                Keyword = KeywordTitle(answer.Titles.Keyword, keywords),
                Descriptive = Text(answer.Titles.Descriptive, AnalysisBounds.LongestDescriptiveTitle).TrimEnd('.', '。'),
            },
        };
    }

    /// <summary>The keywords without what is empty or stands twice, however it is written.</summary>
    internal static IReadOnlyList<string> Keywords(IEnumerable<string> keywords)
    {
        List<string> kept = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string keyword in keywords.Select(keyword => Text(keyword, AnalysisBounds.LongestKeyword).Trim(KeywordEdges)))
        {
            if (kept.Count < AnalysisBounds.MostKeywords && CompactText.Of(keyword) is { Length: > 0 } compact && seen.Add(compact))
            {
                kept.Add(keyword);
            }
        }

        return kept;
    }

    /// <summary>The model's title when it is made of a few words of which one at least is a keyword; else the first keywords.</summary>
    internal static string KeywordTitle(string title, IReadOnlyList<string> keywords)
    {
        HashSet<string> known = [.. keywords.Select(CompactText.Of)];
        List<string> words = Words(title.Split('_', StringSplitOptions.RemoveEmptyEntries));
        bool isUsable = title.Contains('_', StringComparison.Ordinal) && words.Count is >= 2 and <= AnalysisBounds.MostInTitle
            && words.Exists(word => known.Contains(CompactText.Of(word)));
        List<string> chosen = isUsable ? words : Words(keywords.Take(AnalysisBounds.UsualInTitle));
        while (chosen.Count > 1 && chosen.Sum(word => word.Length + 1) - 1 > AnalysisBounds.LongestKeywordTitle)
        {
            chosen.RemoveAt(chosen.Count - 1);
        }

        return string.Join('_', chosen);
    }

    private static List<string> Words(IEnumerable<string> texts)
    {
        IEnumerable<string> words = texts.Select(text => Text(text, AnalysisBounds.LongestKeyword))
            .Select(text => string.Concat(text.Split(TitleSeparators, StringSplitOptions.RemoveEmptyEntries)).Trim(KeywordEdges));
        return [.. words.Where(word => CompactText.Of(word).Length > 0).DistinctBy(CompactText.Of)];
    }

    /// <summary>On one line, with single blanks.</summary>
    private static string Text(string text, int longest)
    {
        string line = SafeText.Line(text, 4 * longest);
        return SentenceCut.Clip(string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), longest);
    }
}
