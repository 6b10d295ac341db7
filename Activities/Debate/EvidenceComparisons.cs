using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Evidence;
using Workflows.Shared.Models;

namespace Workflows.Activities.Debate;

/// <summary>Decides whether a debate's evidence is compared by embeddings, and what of it.</summary>
internal static class EvidenceComparisons
{
    private const int MostPassages = 200;
    private const int MostCharacters = 250_000;

    /// <summary>The comparison that a debate needs; null: none is configured, or its evidence has to be chosen from in no case.</summary>
    /// <param name="request">The debate.</param>
    /// <param name="task">The catalogue's task; null: none is configured.</param>
    /// <param name="maxTokens">How many tokens of evidence there is room for.</param>
    /// <param name="catalogue">The models.</param>
    public static EvidenceComparison? Of(DebateRequest request, string? task, int maxTokens, ModelCatalogue catalogue)
    {
        if (task is null)
        {
            return null;
        }

        string question = EvidenceSelection.QuestionOf(request);
        IReadOnlyList<EvidencePassage> passages = EvidenceSelection.Candidates(question, request.Evidence, maxTokens, MostPassages, MostCharacters);
        int most = MostTokens(task, catalogue);
        return passages.Count == 0
            ? null
            : new EvidenceComparison
            {
                Task = task,
                Question = TokenEstimate.Start(question, most),
                Candidates =
                [
                    .. passages.Select(passage => new EvidenceCandidate
                    {
                        EvidenceId = passage.EvidenceId,
                        Part = passage.Part,
                        Text = TokenEstimate.Start($"{passage.Title}\n{passage.Text}", most),
                    }),
                ],
                MaxTokens = maxTokens,
            };
    }

    /// <summary>Three quarters of the smallest context: tokenizers count otherwise than the estimate.</summary>
    private static int MostTokens(string task, ModelCatalogue catalogue)
    {
        ModelTask found = catalogue.Task(task);
        return found.Fallbacks.Append(found.Pool).Min(pool => catalogue.Pool(pool).ContextTokens) / 4 * 3;
    }
}
