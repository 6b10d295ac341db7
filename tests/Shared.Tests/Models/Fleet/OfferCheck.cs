using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>Compares two states of a fleet: what an operation leased and offered against what it may.</summary>
internal static class OfferCheck
{
    public static IEnumerable<string> Faults(FleetState before, FleetState after, IReadOnlyList<FleetPool> pools) =>
        pools.SelectMany(pool => OverLimit(before, after, pool).Concat(OutOfOrder(before, after, pool)));

    private static IEnumerable<string> OverLimit(FleetState before, FleetState after, FleetPool pool)
    {
        PoolHealth health = after.Health.GetValueOrDefault(pool.Name) ?? new PoolHealth();
        List<HeldLease> leases = [.. after.Leases.Where(lease => lease.Pool == pool.Name)];
        bool grants = leases.Exists(lease => !before.Leases.Exists(old => old.Id == lease.Id));
        int held = leases.Count + after.Tickets.Count(ticket => ticket.Holds(pool.Name));
        if (grants && held > (health.Trips > 0 ? pool.MaxConcurrent : health.Limit ?? pool.MaxConcurrent))
        {
            yield return $"{held} on {pool.Name}, whose limit is {health.Limit ?? pool.MaxConcurrent}";
        }

        if (grants && health.Trips > 0 && leases.Count(lease => lease.GrantedAt > health.OpenedAt) > 1)
        {
            yield return $"more than one probe on {pool.Name}";
        }

        if (grants && Math.Max(health.ClosedUntil, health.Trips > 0 ? health.ProbeAt : 0) > after.LastSeen)
        {
            yield return $"a lease on {pool.Name}, which is closed";
        }
    }

    private static IEnumerable<string> OutOfOrder(FleetState before, FleetState after, FleetPool pool)
    {
        List<WaitingTicket> passed = [.. after.Tickets.Where(ticket => ticket is { OfferedPool: null, Unclaimed: 0 } && ticket.Pools.Contains(pool.Name) && !MayHoldBack(ticket, pool))];
        foreach (WaitingTicket first in after.Tickets.Where(ticket => ticket.Holds(pool.Name)))
        {
            bool isNew = !before.Tickets.Exists(old => old.Id == first.Id && old.OfferedPool == pool.Name && old.ClaimBy == first.ClaimBy);
            foreach (WaitingTicket second in passed.Where(ticket => isNew && ticket.Pools.SequenceEqual(first.Pools) && !HoldsBack(ticket, after, pool)))
            {
                if (first.Class == second.Class ? GoesBefore(second, first, after.LastSeen) : second.Class < first.Class && !IsWithinShare(first, after, pool) && !IsTurn(first, before, after, pool))
                {
                    yield return $"{first.Id} goes before {second.Id} on {pool.Name}";
                }
            }
        }
    }

    /// <summary>Who has just asked and may go elsewhere leaves a budget to those who may not.</summary>
    private static bool HoldsBack(WaitingTicket ticket, FleetState state, FleetPool pool) =>
        ticket.Pools.Count > 1 && pool.CallsPerMinute is not null && ticket.Class != CallClass.Realtime && state.LastSeen < ticket.Arrival + 2_000;

    private static bool GoesBefore(WaitingTicket one, WaitingTicket other, long now) => Rank(one, now).CompareTo(Rank(other, now)) < 0;

    private static (bool Hurries, long Work, long Arrival) Rank(WaitingTicket ticket, long now) => (ticket.Arrival >= now - 120_000, ticket.WorkStamp, ticket.Arrival);

    /// <summary>A ticket with a choice leaves calls of a budget to those without.</summary>
    private static bool MayHoldBack(WaitingTicket ticket, FleetPool pool) => ticket.Pools.Count > 1 && pool.CallsPerMinute is not null;

    /// <summary>A class without a slot may have the next after as many went to others as its share says.</summary>
    private static bool IsTurn(WaitingTicket ticket, FleetState before, FleetState after, FleetPool pool)
    {
        int passed = before.Traffic.Find(traffic => traffic.Pool == pool.Name && traffic.Class == ticket.Class)?.Passed ?? 0;
        int given = after.Tickets.Count(other => other.Class != ticket.Class && other.Holds(pool.Name));
        int used = after.Leases.Count(lease => lease.Pool == pool.Name && lease.Class == ticket.Class) + after.Tickets.Count(other => other.Holds(pool.Name) && other.Class == ticket.Class);
        return used == 1 && passed + given >= 1 / pool.Shares.Of(ticket.Class);
    }

    private static bool IsWithinShare(WaitingTicket ticket, FleetState state, FleetPool pool)
    {
        int used = state.Leases.Count(lease => lease.Pool == pool.Name && lease.Class == ticket.Class)
            + state.Tickets.Count(other => other.Holds(pool.Name) && other.Class == ticket.Class);
        return used <= pool.Shares.SlotsOf(ticket.Class, state.Health.GetValueOrDefault(pool.Name)?.Limit ?? pool.MaxConcurrent);
    }
}
