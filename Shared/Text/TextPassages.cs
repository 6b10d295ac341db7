namespace Workflows.Shared.Text;

/// <summary>Cuts texts into passages: at paragraphs, else at sentences, else where it must be. Together they are the text, but for white space at their edges.</summary>
internal static class TextPassages
{
    private static readonly string[] Ends = ["\n\n", "\n", ". ", "? ", "! ", "。", " "];

    /// <summary>The passages of a text, in order; none is blank.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters of a passage.</param>
    public static IEnumerable<string> Of(string text, int longest)
    {
        text = text.ReplaceLineEndings("\n");
        for (int from = 0; from < text.Length;)
        {
            int end = End(text, from, longest);
            string passage = text[from..end];
            from = end;
            if (!string.IsNullOrWhiteSpace(passage))
            {
                yield return passage.Trim();
            }
        }
    }

    private static int End(string text, int from, int longest)
    {
        if (text.Length - from <= longest)
        {
            return text.Length;
        }

        foreach (string end in Ends)
        {
            int at = text.LastIndexOf(end, from + longest - 1, longest / 2, StringComparison.Ordinal);
            if (at >= 0)
            {
                return at + end.Length;
            }
        }

        return char.IsHighSurrogate(text[from + longest - 1]) ? from + longest - 1 : from + longest;
    }
}
