namespace Workflows.Shared.Text;

/// <summary>
/// Ranks passages for a question by Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with k1 = 1.2 and b = 0.75, the
/// inverse frequency being ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative. It is written here as no search library is among the packages that this product restores.
/// </summary>
internal static class TextRanking
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>The score of each passage, 0 when it shares no term with the question.</summary>
    public static IReadOnlyList<double> Score(string question, IReadOnlyList<string> passages)
    {
        List<Dictionary<string, int>> counts = [.. passages.Select(passage => Count(SearchTerms.Of(passage)))];
        List<int> lengths = [.. counts.Select(terms => terms.Values.Sum())];
        double average = lengths.Count == 0 ? 1 : Math.Max(lengths.Average(), 1);
        double[] scores = new double[passages.Count];
        foreach (string term in SearchTerms.Of(question).Distinct())
        {
            int holding = counts.Count(terms => terms.ContainsKey(term));
            double rarity = Math.Log(1 + ((passages.Count - holding + 0.5) / (holding + 0.5)));
            for (int i = 0; i < scores.Length; i++)
            {
                int count = counts[i].GetValueOrDefault(term);
                scores[i] += rarity * count * (K1 + 1) / (count + (K1 * (1 - B + (B * lengths[i] / average))));
            }
        }

        return scores;
    }

    private static Dictionary<string, int> Count(List<string> terms)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string term in terms)
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return counts;
    }
}
