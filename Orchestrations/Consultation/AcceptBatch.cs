using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>
/// Accepts a batch: numbers it, stores its consultations, begins it and puts a message for each on the queue. It has accepted all of it when it completes, and nothing when
/// it fails: what was begun is then given up, and messages that were already sent find no batch.
/// </summary>
public static class AcceptBatch
{
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromSeconds(1), backoffCoefficient: 2));

    /// <summary>The function. Its input is a <see cref="BatchSubmission"/>.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(ConsultationNames.AcceptBatch)]
    public static async Task<AcceptedBatch> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        BatchSubmission submission = context.GetInput<BatchSubmission>() ?? throw new InvalidOperationException($"{nameof(AcceptBatch)} was started without a batch.");
        DateTimeOffset now = new(context.CurrentUtcDateTime, TimeSpan.Zero);
        string day = BatchIds.Day(now);
        string batchId = BatchIds.Of(day, await context.Entities.CallEntityAsync<int>(BatchNumbers.IdOf(day), nameof(BatchNumbers.Next)));
        EntityInstanceId batch = ConsultationBatch.IdOf(batchId);
        DateTimeOffset estimate;
        try
        {
            BatchContent content = new() { BatchId = batchId, Consultations = submission.Consultations };
            await context.CallActivityAsync(nameof(StoreBatch), content, Retried);
            BatchBeginning beginning = new() { Client = submission.Client, Acceptance = context.InstanceId, CallbackUrl = submission.CallbackUrl, Total = submission.Consultations.Count, AcceptedAt = now };
            await context.Entities.CallEntityAsync(batch, nameof(ConsultationBatch.Begin), beginning);

            // Before its messages are sent: what they set going would be counted twice.
            estimate = await context.Entities.CallEntityAsync<DateTimeOffset>(PendingConsultations.Id, nameof(PendingConsultations.Estimate), submission.Consultations.Count);
            BatchMessages messages = new() { BatchId = batchId, Priorities = [.. submission.Consultations.Select(item => item.Priority)] };
            await context.CallActivityAsync(nameof(EnqueueBatch), messages, Retried);
        }
        catch (Exception e) when (e is TaskFailedException or EntityOperationFailedException)
        {
            await context.Entities.CallEntityAsync(batch, nameof(ConsultationBatch.Discard), context.InstanceId);
            throw;
        }

        return new AcceptedBatch
        {
            Acceptance = new BatchAcceptance { BatchId = batchId, TotalConsultations = submission.Consultations.Count, EstimatedCompletion = estimate },
            ContentHash = submission.ContentHash,
        };
    }
}
