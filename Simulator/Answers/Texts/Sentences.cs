namespace Workflows.Simulator.Answers.Texts;

/// <summary>Cuts texts into sentences and picks the telling ones.</summary>
internal static class Sentences
{
    private const int Longest = 300;
    private const int MostRead = 2_000;

    /// <summary>The sentences of a text in order, each at most 300 characters of whole words.</summary>
    public static List<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length && sentences.Count < MostRead; i++)
        {
            if (i == text.Length || text[i] == '\n' || (text[i] is '.' or '!' or '?' or '。' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
            {
                var sentence = text[start..Math.Min(text.Length, i + 1)].Trim().TrimStart('-', '*', '#', '>', ' ').Trim();
                if (sentence.Any(char.IsLetterOrDigit))
                {
                    sentences.Add(Excerpt.OfWords(sentence, Longest));
                }

                start = i + 1;
            }
        }

        return sentences;
    }

    /// <summary>The sentences that share most words with the whole text, in their own order.</summary>
    public static List<string> MostTelling(string text, int count)
    {
        var sentences = Of(text).Distinct().ToList();
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = sentences.ConvertAll(WordSet.Of);
        foreach (var word in words.SelectMany(set => set))
        {
            weights[word] = weights.GetValueOrDefault(word) + 1;
        }

        return [.. Enumerable.Range(0, sentences.Count)
            .OrderByDescending(i => words[i].Count == 0 ? 0 : words[i].Sum(word => weights[word]) / Math.Sqrt(words[i].Count + 3))
            .ThenBy(i => i)
            .Take(count)
            .Order()
            .Select(i => sentences[i])];
    }

    /// <summary>Whether a text is mainly written in Korean letters.</summary>
    public static bool IsKorean(string text)
    {
        var hangul = text.Count(character => character is >= '가' and <= '힣');
        return hangul > 0 && hangul * 3 > text.Count(char.IsAsciiLetter);
    }
}
