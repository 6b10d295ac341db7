using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>Compares two states of a fleet: what an operation leased against what it may.</summary>
internal static class OfferCheck
{
    public static IEnumerable<string> Faults(FleetStep step)
    {
        FleetState before = FleetStep.Read(step.Before);
        FleetState after = FleetStep.Read(step.After);
        return step.Pools.SelectMany(pool => OverLimit(before, after, pool));
    }

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
}
