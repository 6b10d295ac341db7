using Workflows.Activities.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>Removes the conversations of a batch whose days are over, or that was not accepted.</summary>
public static class ForgetBatch
{
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(100, TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(1)));

    /// <summary>The function. Its input is a <see cref="ForgottenBatch"/>.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(ConsultationNames.ForgetBatch)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ForgottenBatch batch = context.GetInput<ForgottenBatch>() ?? throw new InvalidOperationException($"{nameof(ForgetBatch)} was started without a batch.");
        await context.CallActivityAsync(nameof(DeleteBatch), batch.BatchId, Retried);
        await context.CallActivityAsync(nameof(PurgeAcceptance), batch, Retried);
    }
}
