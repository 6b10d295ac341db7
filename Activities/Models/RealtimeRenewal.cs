using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Models;

/// <summary>Renews blocks through the orchestration that may ask the fleet.</summary>
public static class RealtimeRenewal
{
    /// <summary>Asks for the next block of a pool and takes it into use. What is held stays in use until then, and when this fails.</summary>
    /// <param name="admission">Where it is used.</param>
    /// <param name="client">Starts the orchestration.</param>
    /// <param name="fleetKey">The key of the pool's fleet.</param>
    /// <param name="ask">The question, fresh from <see cref="RealtimeAdmission.Ask"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the orchestration.</param>
    /// <exception cref="InvalidOperationException">The orchestration failed; ask again with a new question.</exception>
    public static async Task<FleetBlock> RenewAsync(this RealtimeAdmission admission, DurableTaskClient client, string fleetKey, FleetBlockAsk ask, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(admission);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(ask);
        var id = await client.ScheduleNewOrchestrationInstanceAsync(
            FleetBlockRenewal.OrchestrationName,
            new FleetBlockRenewal { FleetKey = fleetKey, Ask = ask },
            new StartOrchestrationOptions(FormattableString.Invariant($"block:{ask.Owner}:{ask.Start}:{ask.Pool}:{ask.Number}")),
            cancellationToken);
        var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellationToken);
        if (ended.RuntimeStatus != OrchestrationRuntimeStatus.Completed || ended.ReadOutputAs<FleetBlock>() is not { } block)
        {
            throw new InvalidOperationException($"The block of pool '{ask.Pool}' could not be renewed: {ended.FailureDetails?.ErrorMessage ?? ended.RuntimeStatus.ToString()}.");
        }

        admission.Accept(block);
        await client.PurgeInstanceAsync(id, cancellation: cancellationToken);
        return block;
    }
}
