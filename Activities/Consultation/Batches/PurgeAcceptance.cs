using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Removes the orchestration that accepted a batch, or refused it: its history holds the conversations.</summary>
public static class PurgeAcceptance
{
    /// <summary>The function. It leaves an instance that has meanwhile accepted the same conversations anew, as another batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The instance has not ended yet.</exception>
    [Function(nameof(PurgeAcceptance))]
    public static async Task RunAsync([ActivityTrigger] ForgottenBatch batch, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(client);
        OrchestrationMetadata? known = await client.GetInstanceAsync(batch.Acceptance, getInputsAndOutputs: true, cancellationToken);
        if (known is { IsCompleted: false })
        {
            throw new InvalidOperationException("The acceptance has not ended yet.");
        }

        if (known is not null && (known.RuntimeStatus != OrchestrationRuntimeStatus.Completed || known.ReadOutputAs<AcceptedBatch>()?.Acceptance.BatchId == batch.BatchId))
        {
            await client.PurgeInstanceAsync(batch.Acceptance, cancellation: cancellationToken);
        }
    }
}
