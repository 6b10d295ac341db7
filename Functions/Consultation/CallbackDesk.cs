using Workflows.Orchestrations.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>What operators do with callbacks that were not delivered.</summary>
public static class CallbackDesk
{
    /// <summary>The callbacks that were not delivered, the longest undelivered first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<UndeliveredCallback>> ListAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var entity = await client.Entities.GetEntityAsync<UndeliveredCallbacksState>(UndeliveredCallbacks.Id, cancellationToken);
        return entity is { IncludesState: true } ? entity.State.Callbacks : [];
    }

    /// <summary>Sends a callback again, for another 24 hours, under the same delivery id. While that is under way, a second call changes nothing.</summary>
    /// <param name="client">The client.</param>
    /// <param name="deliveryId">The delivery.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The instance that delivers it; null when no such callback is listed.</returns>
    public static async Task<string?> ResendAsync(DurableTaskClient client, string deliveryId, CancellationToken cancellationToken)
    {
        IReadOnlyList<UndeliveredCallback> listed = await ListAsync(client, cancellationToken);
        if (listed.FirstOrDefault(callback => callback.Delivery.DeliveryId == deliveryId) is not { } undelivered)
        {
            return null;
        }

        CallbackDelivery again = undelivered.Delivery with { Round = undelivered.Delivery.Round + 1 };
        if (await IsUnderWayAsync(client, again.InstanceId, cancellationToken))
        {
            return again.InstanceId;
        }

        try
        {
            return await client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.DeliverCallback, again, new StartOrchestrationOptions(again.InstanceId), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each host has its own exception for an id that somebody else has just taken.
            return await IsUnderWayAsync(client, again.InstanceId, cancellationToken)
                ? again.InstanceId
                : throw new InvalidOperationException("The callback could not be sent again.", e);
        }
    }

    private static async Task<bool> IsUnderWayAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellationToken) is { IsCompleted: false };
}
