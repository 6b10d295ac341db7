using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Shared.Consultation.Conversations;

/// <summary>
/// Reads a transcript: turns that begin with a speaker's name and a colon, on lines of their own or within one line; else lines; else
/// sentences. Times in brackets before a name are left out. Whatever the text is, something readable comes of it.
/// </summary>
internal static partial class ConversationTurns
{
    private const int LongestPlain = 300;

    private static readonly string[] Customers = ["고객", "고객님", "손님", "민원인", "문의자", "customer", "client", "caller", "user"];
    private static readonly string[] Agents = ["상담사", "상담원", "직원", "담당자", "안내원", "agent", "counselor", "counsellor", "representative", "rep", "operator", "advisor", "support"];

    /// <summary>The turns, in order.</summary>
    public static IReadOnlyList<Turn> Read(string text)
    {
        List<Turn> turns = [];
        Speaker speaker = Speaker.Unknown;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            int from = 0;
            foreach (ValueMatch mark in Marks().EnumerateMatches(line))
            {
                if (SpeakerOf(line.AsSpan(mark.Index, mark.Length)) is { } next)
                {
                    Add(turns, speaker, line[from..mark.Index]);
                    speaker = next;
                    from = mark.Index + mark.Length;
                }
            }

            Add(turns, speaker, line[from..]);
        }

        return turns;
    }

    private static Speaker? SpeakerOf(ReadOnlySpan<char> mark)
    {
        string name = mark.Trim().TrimEnd("::").Trim().ToString();
        int end = name.LastIndexOfAny([']', ')', '>']);
        name = name[(end + 1)..].Trim();
        return Customers.Contains(name, StringComparer.OrdinalIgnoreCase) ? Speaker.Customer
            : Agents.Contains(name, StringComparer.OrdinalIgnoreCase) ? Speaker.Agent
            : null;
    }

    private static void Add(List<Turn> turns, Speaker speaker, string text)
    {
        string line = OneLine(text);
        if (line.Length == 0)
        {
            return;
        }

        if (speaker != Speaker.Unknown || line.Length <= LongestPlain)
        {
            turns.Add(new Turn(speaker, line));
            return;
        }

        turns.AddRange(SentenceCut.Of(line).Select(sentence => new Turn(speaker, sentence)));
    }

    /// <summary>On one line with single blanks, without what cannot be shown.</summary>
    private static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isBlank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (!isBlank)
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>A word of at most 16 letters before a colon, at the start of a line or after a blank, a time in brackets or digits before it.</summary>
    [GeneratedRegex(@"(?<=^|\s)(?:[\[(<][0-9:.,\s]{1,20}[\])>]\s?)?[\p{L}]{1,16}\s?[::](?!//)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
