using Workflows.Shared.Models;

namespace Workflows.Shared.Debate.Evidence;

/// <summary>Chooses what of the evidence the personas see: the passages that rank highest for the goal, as many as fit, in the documents' own order.</summary>
public static class EvidenceSelection
{
    /// <summary>The passages.</summary>
    /// <param name="question">The goal, and the plan where there is one.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="maxTokens">How many tokens there is room for, by <see cref="TokenEstimate"/>.</param>
    /// <param name="likeness">A likeness of each passage to the question from 0 to 1, of embeddings, to be added to the ranking; null: there is none.</param>
    public static IReadOnlyList<EvidencePassage> Choose(string question, IReadOnlyList<EvidenceDocument> documents, int maxTokens, Func<EvidencePassage, double>? likeness = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(documents);
        List<EvidencePassage> passages = [.. documents.SelectMany(EvidencePassages.Of)];
        IReadOnlyList<double> scores = EvidenceRanking.Score(question, passages);
        double best = scores.Count == 0 ? 0 : scores.Max();
        List<int> chosen = [];
        int left = maxTokens;
        foreach (int index in Enumerable.Range(0, passages.Count).OrderByDescending(Rank).ThenBy(index => index))
        {
            int cost = TokenEstimate.Of(passages[index].Title) + TokenEstimate.Of(passages[index].Text);
            if (cost <= left)
            {
                chosen.Add(index);
                left -= cost;
            }
        }

        return [.. chosen.Order().Select(index => passages[index])];

        double Rank(int index) => (best > 0 ? scores[index] / best : 0) + (likeness?.Invoke(passages[index]) ?? 0);
    }
}
