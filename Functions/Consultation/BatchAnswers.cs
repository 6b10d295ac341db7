using System.Text.Json;
using Workflows.Activities.Content;
using Workflows.Functions.Http;
using Workflows.Shared;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>How far a batch is, and its results.</summary>
internal static class BatchAnswers
{
    /// <param name="id">The batch.</param>
    /// <param name="state">How far it is; it has begun.</param>
    /// <param name="store">Where its report is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<InstanceAnswer<BatchReport>> OfAsync(string id, BatchState state, IContentStore store, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? stored = state.Reported ? await store.GetAsync(ContentKeys.Callback(id), cancellationToken) : null;
        BatchReport? report = stored is { } bytes ? JsonSerializer.Deserialize<BatchReport>(bytes.Span, ConsultationJson.Options) : null;
        string status = report is not null ? "completed" : state.Items.Contains(BatchState.Admitted) || state.Ended > 0 ? "running" : "queued";
        return new InstanceAnswer<BatchReport>
        {
            Id = id,
            Status = status,
            Progress = new WorkflowProgress
            {
                Completed = state.Ended,
                Total = state.Beginning!.Total,
                Message = state.Failures == 0 ? status : FormattableString.Invariant($"{status}, {state.Failures} without an analysis"),
            },
            Result = report,
        };
    }
}
