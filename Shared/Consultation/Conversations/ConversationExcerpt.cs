using Workflows.Shared.Models;

namespace Workflows.Shared.Consultation.Conversations;

/// <summary>
/// Bounds a conversation to what a quick summary needs. The document takes the first 500 characters, which often are greetings; here the turns are chosen that
/// tell the request and the outcome, in their order, a line each, with '…' where turns are left out.
/// </summary>
internal static class ConversationExcerpt
{
    /// <summary>The document's bound, in characters.</summary>
    public const int Longest = 500;

    private const int LongestTurn = 180;
    private const int MostTried = 200;
    private const string Gap = "…";

    /// <summary>The excerpt, with the speakers named in the language: at most <paramref name="longest"/> characters, of which two turns must find room.</summary>
    public static string Of(RatedTurns turns, AnswerLanguage language, int longest = Longest)
    {
        List<string> lines = [.. turns.Turns.Select(turn => Line(turn, language))];
        if (lines.Sum(line => line.Length + 1) <= longest + 1)
        {
            return string.Join('\n', lines);
        }

        SortedSet<int> chosen = [];
        foreach (int index in new[] { turns.Request, turns.Outcome }.Concat(turns.ByWorth()).Distinct().Take(MostTried))
        {
            chosen.Add(index);
            if (Write(lines, chosen).Length > longest)
            {
                chosen.Remove(index);
            }
        }

        return Write(lines, chosen);
    }

    private static string Write(List<string> lines, SortedSet<int> chosen)
    {
        List<string> written = [];
        int next = 0;
        foreach (int index in chosen)
        {
            if (index > next)
            {
                written.Add(Gap);
            }

            written.Add(SentenceCut.Clip(lines[index], LongestTurn));
            next = index + 1;
        }

        if (next < lines.Count)
        {
            written.Add(Gap);
        }

        return string.Join('\n', written);
    }

    /// <summary>A turn on a line, with its speaker named in the language.</summary>
    internal static string Line(Turn turn, AnswerLanguage language) => (turn.Speaker, language) switch
    {
        (Speaker.Customer, AnswerLanguage.Korean) => $"고객: {turn.Text}",
        (Speaker.Agent, AnswerLanguage.Korean) => $"상담사: {turn.Text}",
        (Speaker.Customer, _) => $"Customer: {turn.Text}",
        (Speaker.Agent, _) => $"Agent: {turn.Text}",
        _ => turn.Text,
    };
}
