using Workflows.Activities.Interview;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>
/// Compares job description and résumé with the stages, once and beside the first questions. Nothing waits for it: a question that is made before it has ended, or after it has failed, finds what bears on its stage by
/// words alone.
/// </summary>
internal sealed class InterviewGrounding(TaskOrchestrationContext context, InterviewWork work)
{
    private const double MostMinutes = 15;
    private const double BudgetSeconds = 60;

    private readonly TaskCompletionSource _over = new();
    private Task _comparing = Task.CompletedTask;
    private double[][]? _likeness;

    /// <summary>Whether the simulator took part.</summary>
    public bool Simulated { get; private set; }

    /// <summary>Begins to compare.</summary>
    public void Begin() => _comparing = work.Settings.Embeds ? CompareAsync() : Task.CompletedTask;

    /// <summary>How like each passage is to a stage; null: it is not known yet, or never will be.</summary>
    public IReadOnlyList<double>? Of(int stage) => _likeness is { } likeness ? [.. likeness.Select(passage => passage[stage - 1])] : null;

    /// <summary>Ends what is still under way.</summary>
    public Task EndAsync()
    {
        _over.TrySetResult();
        return _comparing;
    }

    private async Task CompareAsync()
    {
        try
        {
            InterviewPlan plan = await context.CallActivityAsync<InterviewPlan>(nameof(PrepareInterview), work.Folder, InterviewOrchestrator.Retried);
            if (plan.Passages.Count == 0 || _over.Task.IsCompleted)
            {
                return;
            }

            DateTimeOffset now = new(context.CurrentUtcDateTime, TimeSpan.Zero);
            SimilarityResult[] results = await Task.WhenAll(plan.Passages.Select((passage, i) => context.CallSimilarityAsync(
                new SimilarityRequest
                {
                    Task = InterviewNames.EmbeddingTask,
                    Question = passage,
                    Texts = plan.Briefs,
                    Deadline = now.AddMinutes(MostMinutes),
                    BudgetSeconds = BudgetSeconds,
                    WorkStamp = now,
                },
                FormattableString.Invariant($"ground-{i + 1}"),
                _over.Task)));
            Simulated = results.Any(result => result.Simulated);
            _likeness = results.All(result => result.Similarities?.Count == work.Stages.Count) ? [.. results.Select(result => result.Similarities!.ToArray())] : null;
        }
        catch (TaskFailedException)
        {
            // The words of the documents are left.
        }
    }
}
