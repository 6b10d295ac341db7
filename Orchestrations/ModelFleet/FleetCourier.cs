using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Fleet;

/// <summary>Sends invitations on behalf of the fleet's entity, which cannot send events.</summary>
public static class FleetCourier
{
    /// <summary>The function. Its input is the list of invitations.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(nameof(FleetCourier))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Deliver(context.GetInput<List<FleetInvitation>>() ?? []);
        return Task.CompletedTask;
    }

    /// <summary>Sends invitations, each to the orchestration that waits for it.</summary>
    internal static void Deliver(this TaskOrchestrationContext context, IEnumerable<FleetInvitation> invitations)
    {
        foreach (FleetInvitation invitation in invitations)
        {
            context.SendEvent(invitation.InstanceId, FleetInvitation.EventName(invitation.TicketId), string.Empty);
        }
    }
}
