using System.Text.Json;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>Takes the offers of an operation back and makes them anew by the <see cref="StatedOrder"/>: they have to be the same, one by one, and so have its notes of the classes.</summary>
internal static class OrderCheck
{
    public static IEnumerable<string> Faults(FleetStep step)
    {
        FleetState before = FleetStep.Read(step.Before);
        FleetState state = FleetStep.Read(step.After);
        HeldLease? granted = state.Leases.Find(lease => lease.Id == step.Asked?.Id && !before.Leases.Exists(old => old.Id == lease.Id));
        List<(string TicketId, string Pool)> made = [];
        foreach (FleetInvitation invitation in step.Invitations)
        {
            WaitingTicket offered = state.Tickets.Single(ticket => ticket.Id == invitation.TicketId);
            made.Add((offered.Id, offered.OfferedPool!));
            offered.OfferedPool = null;
        }

        bool wasHeld = granted is not null && before.Tickets.Exists(ticket => ticket.Id == granted.Id && ticket.Holds(granted.Pool) && ticket.ClaimBy > state.LastSeen + 9_000);
        if (granted is not null)
        {
            TakeBack(granted, wasHeld, step.Asked!, before, state);
        }

        bool isNew = step.Asked is { } asked && !before.Leases.Exists(lease => lease.Id == asked.Id && lease.ExpiresAt > state.LastSeen)
            && !before.Tickets.Exists(ticket => ticket.Id == asked.Id && !StatedTraffic.IsLost(ticket, state.LastSeen));
        state.Traffic.Clear();
        state.Traffic.AddRange(StatedTraffic.BeforeOffers(step, before, state.LastSeen, isNew));
        List<(string TicketId, string Pool)> stated = new StatedOrder(state, step.Pools).Offer();
        if (granted is not null && !wasHeld && !stated.Remove((granted.Id, granted.Pool)))
        {
            yield return $"{granted.Id} has a lease on {granted.Pool} out of order";
        }

        if (!stated.SequenceEqual(made))
        {
            yield return $"offered [{string.Join(", ", made)}] in place of [{string.Join(", ", stated)}]";
        }

        if (!Notes(state).SequenceEqual(Notes(FleetStep.Read(step.After))))
        {
            yield return $"noted [{string.Join(", ", Notes(FleetStep.Read(step.After)))}] in place of [{string.Join(", ", Notes(state))}]";
        }
    }

    private static IEnumerable<string> Notes(FleetState state) => state.Traffic.Select(note => JsonSerializer.Serialize(note)).Order(StringComparer.Ordinal);

    /// <summary>Makes a lease a ticket again.</summary>
    private static void TakeBack(HeldLease lease, bool wasHeld, FleetTicket asked, FleetState before, FleetState state)
    {
        state.Leases.Remove(lease);
        if (state.Charges[lease.Pool].Where(charge => charge.At >= lease.StartBefore).MinBy(charge => charge.At) is { } charge)
        {
            charge.Calls--;
            charge.Tokens -= charge.Tokens > 0 ? lease.Tokens : 0;
        }

        WaitingTicket? known = before.Tickets.Find(ticket => ticket.Id == lease.Id && !StatedTraffic.IsLost(ticket, state.LastSeen));
        state.Tickets.Add(new WaitingTicket
        {
            InstanceId = asked.InstanceId,
            Number = asked.Number,
            Pools = asked.Pools,
            Tokens = asked.Tokens,
            Class = asked.Class,
            WorkStamp = asked.WorkStamp.ToUnixTimeMilliseconds(),
            Arrival = known?.Arrival ?? Math.Min(asked.Arrival?.ToUnixTimeMilliseconds() ?? state.LastSeen, state.LastSeen),
            OfferedPool = wasHeld ? lease.Pool : null,
        });
    }
}
