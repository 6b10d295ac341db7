using Workflows.Shared.Models;
using Workflows.Shared.Text;

namespace Workflows.Shared.Debate.Evidence;

/// <summary>Chooses what of the evidence the personas see: the passages that rank highest for the goal, as many as fit, in the documents' own order.</summary>
public static class EvidenceSelection
{
    /// <summary>What the evidence of a debate is ranked for.</summary>
    public static string QuestionOf(DebateRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return $"{request.Goal}\n{request.Plan}";
    }

    /// <summary>The passages that rank highest by their words, best first; none when there is room for all of them, or for nothing.</summary>
    /// <param name="question">The goal, and the plan where there is one.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="maxTokens">How many tokens there is room for, by <see cref="TokenEstimate"/>.</param>
    /// <param name="most">The most passages.</param>
    /// <param name="mostCharacters">The most characters of their titles and words together.</param>
    public static IReadOnlyList<EvidencePassage> Candidates(string question, IReadOnlyList<EvidenceDocument> documents, int maxTokens, int most, int mostCharacters)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(documents);
        List<EvidencePassage> passages = [.. documents.SelectMany(EvidencePassages.Of)];
        if (maxTokens <= 0 || passages.Sum(passage => (long)Cost(passage)) <= maxTokens)
        {
            return [];
        }

        IReadOnlyList<double> scores = TextRanking.Score(question, Ranked(passages));
        int left = mostCharacters;
        return
        [
            .. Enumerable.Range(0, passages.Count)
                .OrderByDescending(index => scores[index])
                .ThenBy(index => index)
                .Select(index => passages[index])
                .Take(most)
                .TakeWhile(passage => (left -= passage.Title.Length + passage.Text.Length) >= 0),
        ];
    }

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
        IReadOnlyList<double> scores = TextRanking.Score(question, Ranked(passages));
        double best = scores.Count == 0 ? 0 : scores.Max();
        List<int> chosen = [];
        int left = maxTokens;
        foreach (int index in Enumerable.Range(0, passages.Count).OrderByDescending(Rank).ThenBy(index => index))
        {
            int cost = Cost(passages[index]);
            if (cost <= left)
            {
                chosen.Add(index);
                left -= cost;
            }
        }

        return [.. chosen.Order().Select(index => passages[index])];

        double Rank(int index) => (best > 0 ? scores[index] / best : 0) + (likeness?.Invoke(passages[index]) ?? 0);
    }

    /// <summary>A title counts as part of each of its passages.</summary>
    private static List<string> Ranked(List<EvidencePassage> passages) => [.. passages.Select(passage => $"{passage.Title}\n{passage.Text}")];

    private static int Cost(EvidencePassage passage) => TokenEstimate.Of(passage.Title) + TokenEstimate.Of(passage.Text);
}
