namespace Workflows.Shared.Consultation.Conversations;

/// <summary>Cuts text into sentences: after '.', '?', '!', '。' and their like when a blank or the end follows.</summary>
internal static class SentenceCut
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(".?!。?!…");

    /// <summary>The sentences, trimmed; none is empty.</summary>
    public static IEnumerable<string> Of(string text)
    {
        int from = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (Ends.Contains(text[at]) && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && text[from..(at + 1)].Trim() is { Length: > 0 } sentence)
            {
                yield return sentence;
                from = at + 1;
            }
        }

        if (text[from..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    /// <summary>The text cut to a length, with '…' where something is left out: at the end of a sentence or word where one is near, never inside a character.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        if (length < 2)
        {
            return "";
        }

        int end = length - 1;
        int blank = text.LastIndexOf(' ', end);
        end = blank >= end * 3 / 4 ? blank : end;
        end = char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return $"{text.AsSpan(0, end).TrimEnd()}…";
    }
}
