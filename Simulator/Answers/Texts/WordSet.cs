namespace Workflows.Simulator.Answers.Texts;

/// <summary>Compares texts by their words.</summary>
internal static class WordSet
{
    private const int ShortestWord = 3;

    /// <summary>The words of a text in lower case, short ones left out.</summary>
    public static HashSet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var part = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (part && start < 0)
            {
                start = i;
            }
            else if (!part && start >= 0)
            {
                if (i - start >= ShortestWord || !char.IsAscii(text[start]))
                {
                    words.Add(text[start..i].ToLowerInvariant());
                }

                start = -1;
            }
        }

        return words;
    }

    /// <summary>How much two texts share: common words divided by all words, 0 to 1.</summary>
    public static double Share(string first, string second)
    {
        var (one, two) = (Of(first), Of(second));
        var common = one.Count(two.Contains);
        var all = one.Count + two.Count - common;
        return all == 0 ? 0 : (double)common / all;
    }
}
