namespace Workflows.Shared.Consultation.Analysis;

/// <summary>The part of a word that stays when it is inflected, roughly: without Korean particles and endings, without English ones.</summary>
public static class WordStem
{
    private const int ShortestLatin = 3;

    private static readonly string[] Korean =
    [
        "했습니다", "하였습니다", "됩니다", "합니다", "하였음", "에게서", "으로부터", "에서는", "하기로", "하도록", "했으며", "하였고", "하면서", "하려고", "하여", "하고", "해서", "했다", "했음", "하는", "하며", "되어", "되었", "드림", "해드림",
        "으로", "에서", "에게", "까지", "부터", "이나", "라고", "하여", "함을", "함", "됨", "을", "를", "이", "가", "은", "는", "에", "의", "로", "와", "과", "도", "만", "한", "할", "된", "될", "해",
    ];

    private static readonly string[] English = ["ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "d", "e", "y"];

    /// <summary>The stem, in lower case, letters and digits only; empty when the word has none.</summary>
    public static string Of(string word)
    {
        string compact = CompactText.Of(word);
        bool isLatin = compact.Length > 0 && char.IsAscii(compact[^1]);
        int shortest = isLatin ? ShortestLatin : 2;
        foreach (string ending in isLatin ? English : Korean)
        {
            if (compact.Length - ending.Length >= shortest && compact.EndsWith(ending, StringComparison.Ordinal))
            {
                return compact[..^ending.Length];
            }
        }

        return compact;
    }
}
