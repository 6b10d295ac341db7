using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What an operation may not lose: tickets, leases and charges end only for a reason.</summary>
internal static class LossCheck
{
    public static IEnumerable<string> Faults(FleetStep step)
    {
        FleetState before = FleetStep.Read(step.Before);
        FleetState after = FleetStep.Read(step.After);
        IEnumerable<string> tickets = before.Tickets
            .Where(ticket => ticket.Id != step.Ended && !Remains(after, ticket.Id) && ticket.Unclaimed + (ticket.OfferedPool is not null && ticket.ClaimBy <= after.LastSeen ? 1 : 0) < 2)
            .Select(ticket => $"the ticket {ticket.Id} is lost");
        IEnumerable<string> leases = before.Leases
            .Where(lease => lease.Id != step.Ended && lease.ExpiresAt > after.LastSeen && !after.Leases.Exists(other => other.Id == lease.Id))
            .Select(lease => $"the lease {lease.Id} is lost");
        IEnumerable<string> charges = step.Pools
            .Where(pool => Counted(before, pool, after.LastSeen) - Counted(after, pool, after.LastSeen) > (step.Ended is null ? 0 : 1))
            .Select(pool => $"a charge on {pool.Name} is lost");
        return [.. tickets, .. leases, .. charges, .. step.Asked is { } asked && !Remains(after, asked.Id) ? new[] { $"{asked.Id} was not taken in" } : []];
    }

    private static bool Remains(FleetState state, string id) => state.Tickets.Exists(ticket => ticket.Id == id) || state.Leases.Exists(lease => lease.Id == id);

    private static int Counted(FleetState state, FleetPool pool, long now) => state.Charges.GetValueOrDefault(pool.Name)?.Where(charge => charge.At + 60_250 > now).Sum(charge => charge.Calls) ?? 0;
}
