using System.Text.Json;
using Workflows.Activities.Content;
using Workflows.Functions.Consultation;
using Workflows.Orchestrations.Consultation;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>Consultations for the monitor: a batch with its results, and one consultation with its analysis. Both are in the content store, not in the data file.</summary>
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

    /// <summary>One consultation and, once there is one, its analysis; null: nothing of it is kept any more.</summary>
    public async Task<MonitorResult?> ConsultationAsync(ConsultationWork work, CancellationToken cancellationToken)
    {
        ConsultationItem? item = await ReadAsync<ConsultationItem>(ContentKeys.Item(work.BatchId, work.Index), cancellationToken);
        ConsultationResult? result = await ReadAsync<ConsultationResult>(ContentKeys.Result(work.BatchId, work.Index), cancellationToken);
        return item is null && result is null
            ? null
            : new MonitorResult("consultation", new
            {
                id = item?.ConsultationId,
                conversation = item?.ConversationText,
                result = result is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(result, ConsultationJson.Options),
            });
    }

    private async Task<T?> ReadAsync<T>(string key, CancellationToken cancellationToken)
        where T : class => await store.GetAsync(key, cancellationToken) is { } bytes ? JsonSerializer.Deserialize<T>(bytes.Span, ConsultationJson.Options) : null;
}
