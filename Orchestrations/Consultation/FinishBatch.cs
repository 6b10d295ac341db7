using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>Puts the report of a finished batch together and, when its client wants it, has it delivered.</summary>
public static class FinishBatch
{
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(100, TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));

    /// <summary>The delivery of a batch's report.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="client">Whose batch it is.</param>
    /// <param name="url">Where the report goes.</param>
    public static CallbackDelivery DeliveryOf(string batchId, string client, string url) => new() { DeliveryId = batchId, BatchId = batchId, Client = client, Url = url };

    /// <summary>The function. Its input is the batch's id.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(ConsultationNames.FinishBatch)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string batchId = context.GetInput<string>() ?? throw new InvalidOperationException($"{nameof(FinishBatch)} was started without a batch.");
        EntityInstanceId batch = ConsultationBatch.IdOf(batchId);
        BatchState state = await context.Entities.CallEntityAsync<BatchState>(batch, nameof(ConsultationBatch.Get));
        if (state is not { Beginning: { } beginning, CompletedAt: { } completed })
        {
            return;
        }

        BatchEnd end = new() { BatchId = batchId, Total = beginning.Total, AcceptedAt = beginning.AcceptedAt, CompletedAt = completed };
        await context.CallActivityAsync(nameof(ReportBatch), end, Retried);
        await context.Entities.CallEntityAsync(batch, nameof(ConsultationBatch.Report));
        if (beginning.CallbackUrl is { } url)
        {
            CallbackDelivery delivery = DeliveryOf(batchId, beginning.Client, url);
            await context.CallSubOrchestratorAsync(ConsultationNames.DeliverCallback, delivery, new SubOrchestrationOptions(instanceId: delivery.InstanceId));
        }
    }
}
