using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Fleet;

/// <summary>Renews the block of a process, which cannot call the fleet's entity by itself: one operation, then it ends.</summary>
public static class RealtimeBlock
{
    /// <summary>The function. Its input is a <see cref="FleetBlockRenewal"/>.</summary>
    /// <param name="context">The orchestration's context.</param>
    /// <returns>The block, whose invitations have been sent on.</returns>
    [Function(FleetBlockRenewal.OrchestrationName)]
    public static async Task<FleetBlock> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FleetBlockRenewal renewal = context.GetInput<FleetBlockRenewal>()
            ?? throw new InvalidOperationException($"{nameof(RealtimeBlock)} was started without a renewal.");
        FleetBlock block = await context.Entities.CallEntityAsync<FleetBlock>(ModelFleet.IdOf(renewal.FleetKey), nameof(ModelFleet.Renew), renewal.Ask);
        context.Deliver(block.Invitations);
        return block with { Invitations = [] };
    }
}
