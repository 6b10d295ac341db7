using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Dialogues;

/// <summary>Puts sentences of a conversation together into a part of a summary: without courtesies at their beginning, and no longer than told.</summary>
internal static class PlainStyle
{
    private static readonly string[] Openings =
    [
        "네, ", "네 ", "예, ", "아, ", "아 네, ", "음, ", "저기요, ", "안녕하세요. ", "안녕하세요, ", "그러면 ", "그럼 ", "그런데 ", "yes, ", "okay, ", "ok, ", "hi, ", "hello, ", "well, ", "so, ", "sure, ", "right, ", "oh, ", "and ", "but ",
    ];

    /// <summary>The sentences on one line; where nothing is said, what stands for it.</summary>
    public static string Join(IEnumerable<string> sentences, int longest, string otherwise)
    {
        string joined = string.Join(' ', sentences.Select(Plain).Where(sentence => sentence.Length > 0));
        return joined.Length == 0 ? otherwise : Excerpt.Of(joined, longest);
    }

    private static string Plain(string sentence)
    {
        string plain = sentence.Trim();
        while (Array.Find(Openings, opening => plain.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) is { } opening)
        {
            plain = plain[opening.Length..].TrimStart();
        }

        return plain.Length > 0 && char.IsAsciiLetterLower(plain[0]) ? char.ToUpperInvariant(plain[0]) + plain[1..] : plain;
    }
}
