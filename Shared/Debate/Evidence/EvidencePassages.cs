namespace Workflows.Shared.Debate.Evidence;

/// <summary>Cuts documents into passages: at paragraphs, else at sentences, else where it must be. Together they are the document, but for white space at their edges.</summary>
internal static class EvidencePassages
{
    /// <summary>The longest passage, in characters.</summary>
    public const int Longest = 1_200;

    private static readonly string[] Ends = ["\n\n", "\n", ". ", "? ", "! ", "。", " "];

    /// <summary>The passages of a document, in order.</summary>
    public static IEnumerable<EvidencePassage> Of(EvidenceDocument document)
    {
        string text = document.Text.ReplaceLineEndings("\n");
        int part = 0;
        for (int from = 0; from < text.Length;)
        {
            int end = End(text, from);
            string passage = text[from..end];
            from = end;
            if (!string.IsNullOrWhiteSpace(passage))
            {
                yield return new EvidencePassage { EvidenceId = document.Id, Title = document.Title, Part = part++, Text = passage.Trim() };
            }
        }
    }

    private static int End(string text, int from)
    {
        if (text.Length - from <= Longest)
        {
            return text.Length;
        }

        foreach (string end in Ends)
        {
            int at = text.LastIndexOf(end, from + Longest - 1, Longest / 2, StringComparison.Ordinal);
            if (at >= 0)
            {
                return at + end.Length;
            }
        }

        return char.IsHighSurrogate(text[from + Longest - 1]) ? from + Longest - 1 : from + Longest;
    }
}
