namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Looks at a copy of a fleet's state: how each pool stands, and where a call does. What time has brought since the last operation (charges freed, leases lapsed) is taken
/// into account.
/// </summary>
public sealed class FleetOverview
{
    private readonly FleetState _state;
    private readonly IReadOnlyList<FleetPool> _pools;
    private readonly FleetTimes _times;
    private readonly PoolBook _book;
    private readonly long _now;

    /// <summary>Looks at a state.</summary>
    /// <param name="state">The state, a copy of the caller's own.</param>
    /// <param name="pools">The fleet's pools.</param>
    /// <param name="times">The times of the protocol.</param>
    /// <param name="now">The time.</param>
    public FleetOverview(FleetState state, IReadOnlyList<FleetPool> pools, FleetTimes times, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(times);
        _state = state;
        _pools = pools;
        _times = times;
        _now = state.LastSeen = Math.Max(state.LastSeen, now.ToUnixTimeMilliseconds());
        state.Leases.RemoveAll(lease => lease.ExpiresAt <= _now);
        state.Blocks.RemoveAll(block => block.FreedAt <= _now);
        _book = new PoolBook(state, pools, times);
        _book.FreeOldCharges();
    }

    /// <summary>How many tickets wait.</summary>
    public int Waiting => _state.Tickets.Count(ticket => ticket.OfferedPool is null);

    /// <summary>How many calls are leased.</summary>
    public int Leased => _state.Leases.Count;

    /// <summary>How each pool stands.</summary>
    public IReadOnlyList<PoolOverview> Pools() => [.. _pools.Select(Overview)];

    /// <summary>Where the call of an instance stands.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="seconds">How long a request to a pool takes; null: not known.</param>
    /// <returns>Null: it neither waits nor has a lease.</returns>
    public TicketPlace? Find(string instanceId, Func<string, double?> seconds)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        if (_state.Leases.Find(lease => IsOf(lease.Id, instanceId)) is { } held)
        {
            return new TicketPlace { Pools = [held.Pool], Class = held.Class, Since = Time(held.GrantedAt), Lease = held.Pool };
        }

        if (_state.Tickets.Find(ticket => ticket.InstanceId == instanceId) is not { } waiting)
        {
            return null;
        }

        TicketOrder order = new(_state.Tickets, _now, _times.Patience);
        List<WaitingTicket> rivals = [.. _state.Tickets.Where(other => other.OfferedPool is null && other != waiting && other.Pools.Any(waiting.Pools.Contains))];
        int before = waiting.OfferedPool is null ? rivals.Count(other => order.Compare(other, waiting) < 0) : 0;
        return new TicketPlace
        {
            Pools = waiting.Pools,
            Class = waiting.Class,
            Since = Time(waiting.Arrival),
            Place = before + 1,
            Waiting = rivals.Count + 1,
            IsOffered = waiting.OfferedPool is not null,
            Expected = waiting.OfferedPool is not null ? Time(_now) : Expected(waiting, rivals, order, seconds),
        };
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static bool IsOf(string lease, string instanceId) =>
        lease.Length > instanceId.Length + 1 && lease.StartsWith(instanceId, StringComparison.Ordinal) && lease[instanceId.Length] == ':'
        && lease.AsSpan(instanceId.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private PoolOverview Overview(FleetPool pool)
    {
        PoolGuard guard = _book.Guard(pool);
        ChargeLog log = _book.Log(pool.Name)!;
        PoolHealth health = _state.Health.GetValueOrDefault(pool.Name) ?? new PoolHealth();
        List<HeldLease> leases = [.. _state.Leases.Where(lease => lease.Pool == pool.Name)];
        List<HeldBlock> blocks = [.. _state.Blocks.Where(block => block.Pool == pool.Name)];
        return new PoolOverview
        {
            Pool = pool,
            Limit = guard.Limit,
            Leased = leases.Count,
            Held = _state.Tickets.Count(ticket => ticket.Holds(pool.Name)),
            Blocked = blocks.Sum(block => Math.Max(block.Claimed, block.Slots)),
            Waiting = _state.Tickets.Where(ticket => ticket.OfferedPool is null && ticket.Pools.Contains(pool.Name)).GroupBy(ticket => ticket.Class).ToDictionary(group => group.Key, group => group.Count()),
            CallsLeft = pool.CallsPerMinute is { } calls ? Math.Max(0, calls - log.Calls) : null,
            TokensLeft = pool.TokensPerMinute is { } tokens ? (int)Math.Max(0, tokens - log.Tokens) : null,
            FreesAt = log.InOrder().FirstOrDefault() is { } first ? Time(log.FreedAt(first)) : null,
            IsFailing = guard.IsFailing,
            IsProbing = leases.Exists(guard.IsProbe),
            Failures = health.Failures,
            ProbeAt = guard.IsFailing ? Time(health.ProbeAt) : null,
            ClosedUntil = health.ClosedUntil > _now ? Time(health.ClosedUntil) : null,
        };
    }

    /// <summary>The soonest of its pools: when so many slots have become free as it needs, and the budget lets so many calls go.</summary>
    private DateTimeOffset? Expected(WaitingTicket ticket, List<WaitingTicket> rivals, TicketOrder order, Func<string, double?> seconds)
    {
        List<DateTimeOffset> times = [.. ticket.Pools
            .Select(name => _book.Find(name) is { } pool
                ? Expected(pool, rivals.Count(other => other.Pools.Contains(name) && order.Compare(other, ticket) < 0), seconds(name))
                : null)
            .OfType<DateTimeOffset>()];
        return times.Count == 0 ? null : times.Min();
    }

    private DateTimeOffset? Expected(FleetPool pool, int before, double? seconds)
    {
        PoolGuard guard = _book.Guard(pool);
        int busy = _state.Leases.Count(lease => lease.Pool == pool.Name)
            + _state.Blocks.Where(block => block.Pool == pool.Name).Sum(block => Math.Max(block.Claimed, block.Slots))
            + _state.Tickets.Count(other => other.Holds(pool.Name));
        int slots = guard.IsFailing ? 1 : guard.Limit;
        int missing = before + 1 - Math.Max(0, slots - busy);
        if (missing > 0 && seconds is null)
        {
            return null;
        }

        double turns = missing > 0 ? Math.Ceiling((double)missing / slots) : 0;
        long at = Math.Max(_now + (long)(turns * (seconds ?? 0) * 1000), guard.ClosedUntil);
        return Time(Math.Max(at, BudgetAt(pool, before + 1)));
    }

    /// <summary>When the budget of calls lets so many go.</summary>
    private long BudgetAt(FleetPool pool, int calls)
    {
        if (pool.CallsPerMinute is not { } most)
        {
            return _now;
        }

        ChargeLog log = _book.Log(pool.Name)!;
        int missing = calls - Math.Max(0, most - log.Calls);
        int rounds = Math.Max(0, (missing - 1) / most);
        int last = missing - (rounds * most);
        return missing <= 0 ? _now : (rounds * 60_000L) + (log.FreedAt(last, 0) ?? _now + 60_000);
    }
}
