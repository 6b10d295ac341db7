using Workflows.Activities.Debate;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Evidence;

namespace Workflows.Orchestrations.Debate;

/// <summary>The choice of what the personas see where embeddings help with it. Without their answer the choice stays as the words of the evidence alone made it.</summary>
internal static class EvidenceChoice
{
    /// <summary>A debate waits no longer for what only helps it.</summary>
    private const double MostSeconds = 30;

    /// <summary>The plan with its final passages.</summary>
    public static async Task<DebatePlan> MakeAsync(TaskOrchestrationContext context, DebateRequest request, DebatePlan plan, DebateLedger ledger, List<string> fallbacks)
    {
        if (plan.Comparison is not { } comparison)
        {
            return plan;
        }

        ledger.Say("comparing the evidence with the goal");
        SimilarityResult result = await context.CallSimilarityAsync(Request(context, comparison), "evidence");
        plan = plan with { Comparison = null, IsEvidenceSimulated = result.Simulated };
        if (result.Similarities is not { } similarities)
        {
            const string words = "evidence: the embedding model gave no answer, and it was ranked by its words alone";
            fallbacks.Add(words);
            ledger.Add("fallback", entry => entry with { Detail = words });
            return plan;
        }

        EvidenceSelect select = new()
        {
            Request = request,
            MaxTokens = comparison.MaxTokens,
            Likeness = [.. comparison.Candidates.Zip(similarities, (candidate, value) => new EvidenceLikeness { EvidenceId = candidate.EvidenceId, Part = candidate.Part, Value = value })],
        };
        return plan with { Passages = await context.CallActivityAsync<List<EvidencePassage>>(nameof(SelectEvidence), select) };
    }

    private static SimilarityRequest Request(TaskOrchestrationContext context, EvidenceComparison comparison)
    {
        DateTimeOffset now = new(context.CurrentUtcDateTime, TimeSpan.Zero);
        return new SimilarityRequest
        {
            Task = comparison.Task,
            Question = comparison.Question,
            Texts = [.. comparison.Candidates.Select(candidate => candidate.Text)],
            WorkStamp = now,
            Deadline = now.AddSeconds(MostSeconds),
            BudgetSeconds = MostSeconds,
        };
    }
}
