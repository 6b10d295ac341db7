using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>Has batches accepted: by one orchestration for a client and its idempotency key, or its content where it gives none, so that a batch sent again is not a second one.</summary>
/// <param name="time">The clock.</param>
public sealed class BatchDesk(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Accepts a batch and waits until it is accepted.</summary>
    /// <param name="client">The client.</param>
    /// <param name="batch">The batch, checked.</param>
    /// <param name="idempotencyKey">The caller's name for it; null: it is known by its content.</param>
    /// <param name="cancellationToken">Gives up waiting; what was begun goes on.</param>
    /// <returns>The acceptance; or, when it is null, what to say and the status to say it with.</returns>
    public async Task<(BatchAcceptance? Acceptance, string? Fault, int Status)> AcceptAsync(DurableTaskClient client, BatchSubmission batch, string? idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(batch);
        string id = IdOf(batch, idempotencyKey);
        try
        {
            await StartAsync(client, id, batch, cancellationToken);
            OrchestrationMetadata ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellationToken).WaitAsync(Patience, time, cancellationToken);
            if (ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed && ended.ReadOutputAs<AcceptedBatch>() is { } accepted)
            {
                return accepted.ContentHash == batch.ContentHash
                    ? (accepted.Acceptance, null, StatusCodes.Status202Accepted)
                    : (null, "Another batch was sent under this idempotency key within a day. Choose another key.", StatusCodes.Status409Conflict);
            }
        }
        catch (TimeoutException)
        {
            return (null, "The batch is still being accepted. Send it again: it is accepted once.", StatusCodes.Status503ServiceUnavailable);
        }

        return (null, "The batch could not be stored, and nothing of it was accepted. Send it again.", StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Starts the acceptance unless it is under way or was done within a day.</summary>
    private async Task StartAsync(DurableTaskClient client, string id, BatchSubmission batch, CancellationToken cancellationToken)
    {
        OrchestrationMetadata? known = await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellationToken);
        if (known is not null && (!known.IsCompleted || (known.RuntimeStatus == OrchestrationRuntimeStatus.Completed && known.CreatedAt > time.GetUtcNow() - Remembered)))
        {
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.AcceptBatch, batch, known is null ? First(id) : new StartOrchestrationOptions(id), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each host has its own exception for an id that the same batch, sent twice at once, has just taken.
            if (await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellationToken) is null)
            {
                throw;
            }
        }
    }

    /// <summary>Of two that find no acceptance, the second must not replace what the first one has meanwhile accepted.</summary>
    private static StartOrchestrationOptions First(string id) => new StartOrchestrationOptions(id).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);

    /// <summary>The instance that accepts a batch.</summary>
    private static string IdOf(BatchSubmission batch, string? idempotencyKey) =>
        $"accept-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{batch.Client}\n{(idempotencyKey is null ? $"content\n{batch.ContentHash}" : $"key\n{idempotencyKey}")}")))[..40]}";
}
