namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Estimates how long a call would wait at a pool: those that wait and send, worked off at the pool's pace by as many at once as it takes now, and the time for which it is closed. The pace is a moving average of what
/// answers took. It is an estimate and no promise: others may go before the call, and an outage has no known end.
/// </summary>
internal sealed class PoolForecast(FleetState state, PoolBook book, long now)
{
    /// <summary>The weight of the latest answer: about the last ten count.</summary>
    private const int Memory = 10;

    /// <summary>Takes in what an answer took.</summary>
    /// <param name="state">Where it is kept.</param>
    /// <param name="pool">The pool that answered.</param>
    /// <param name="seconds">From send to answer; null: nobody knows.</param>
    public static void Learn(FleetState state, string pool, double? seconds)
    {
        if (seconds is { } known)
        {
            long taken = (long)(known * 1_000);
            state.Paces[pool] = state.Paces.TryGetValue(pool, out long pace) ? pace + ((taken - pace) / Memory) : taken;
        }
    }

    /// <summary>Seconds until a call of the shortest wait among some pools would be sent; null: none of them is in this fleet.</summary>
    public double? Seconds(IEnumerable<string> pools, double usualSeconds)
    {
        List<double> waits = [.. pools.Select(book.Find).OfType<FleetPool>().Select(pool => Seconds(pool, usualSeconds))];
        return waits.Count == 0 ? null : waits.Min();
    }

    private double Seconds(FleetPool pool, double usualSeconds)
    {
        PoolGuard guard = book.Guard(pool);
        double pace = state.Paces.TryGetValue(pool.Name, out long learnt) ? learnt / 1_000.0 : usualSeconds;
        int ahead = state.Leases.Count(lease => lease.Pool == pool.Name) + state.Tickets.Count(ticket => ticket.Pools.Contains(pool.Name));
        int atOnce = guard.IsFailing ? 1 : guard.Limit;
        double closed = Math.Max(0, guard.ClosedUntil - now) / 1_000.0;
        return closed + (ahead < atOnce ? 0 : (ahead - atOnce + 1) * pace / atOnce);
    }
}
