using System.Text.Json;
using Workflows.Activities.Content;
using Workflows.Functions.Consultation;
using Workflows.Orchestrations.Consultation;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>Consultations for the monitor: a batch with its results, and one consultation's analysis. Both are in the content store, not in the data file.</summary>
internal sealed class ConsultationViews(DurableTaskClient client, IContentStore store)
{
    /// <summary>A batch, as its own route tells it.</summary>
    public async Task<MonitorResult?> BatchAsync(string id, CancellationToken cancellationToken)
    {
        BatchState? state = (await client.Entities.GetEntityAsync<BatchState>(ConsultationBatch.IdOf(id), cancellation: cancellationToken))?.State;
        return state?.Beginning is null
            ? null
            : new MonitorResult("batch", JsonSerializer.SerializeToElement(await BatchAnswers.OfAsync(id, state, store, cancellationToken), ConsultationJson.Options));
    }

    /// <summary>One consultation's analysis; null: there is none yet, or not any more.</summary>
    public async Task<MonitorResult?> ConsultationAsync(ConsultationWork work, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? stored = await store.GetAsync(ContentKeys.Result(work.BatchId, work.Index), cancellationToken);
        return stored is { } bytes
            ? new MonitorResult("consultation", new { result = JsonSerializer.SerializeToElement(JsonSerializer.Deserialize<ConsultationResult>(bytes.Span, ConsultationJson.Options), ConsultationJson.Options) })
            : null;
    }
}
