namespace Workflows.Shared.Models.Fleet;

/// <summary>What a pool can take right now.</summary>
internal sealed class PoolRoom
{
    private readonly FleetPool _pool;
    private readonly ChargeLog _log;
    private readonly PoolGuard _guard;
    private readonly Dictionary<CallClass, int> _used = [];
    private readonly long _now;
    private readonly PoolReserve _reserve;
    private readonly Dictionary<CallClass, bool> _keptFrom = [];
    private int _slots;
    private long _calls;
    private long _tokens;
    private bool _closed;
    private CallClass? _closedFrom;

    public PoolRoom(FleetPool pool, ChargeLog log, PoolGuard guard, FleetState state)
    {
        _pool = pool;
        _log = log;
        _guard = guard;
        _now = state.LastSeen;
        _reserve = new PoolReserve(pool, log, state);
        Busy = Occupy(state.Leases.Where(lease => lease.Pool == pool.Name));
        List<HeldBlock> blocks = [.. state.Blocks.Where(block => block.Pool == pool.Name)];
        int blocked = blocks.Sum(block => Math.Max(block.Claimed, block.Slots));
        _used[CallClass.Realtime] = _used.GetValueOrDefault(CallClass.Realtime) + blocked;
        _slots = guard.IsFailing
            ? Math.Min(pool.MaxConcurrent - Busy - blocked, 1 - state.Leases.Count(lease => lease.Pool == pool.Name && guard.IsProbe(lease)))
            : guard.Limit - Busy - blocked;
        _calls = pool.CallsPerMinute is { } calls ? calls - log.Calls - blocks.Sum(block => block.MissingCalls) : long.MaxValue;
        _tokens = pool.TokensPerMinute is { } tokens ? tokens - log.Tokens - blocks.Sum(block => (long)block.MissingTokens) : long.MaxValue;
        foreach (WaitingTicket offered in state.Tickets.Where(ticket => ticket.Holds(pool.Name)))
        {
            Take(offered);
        }
    }

    /// <summary>How many calls are leased.</summary>
    public int Busy { get; }

    public bool IsOpen => _slots > 0 && _calls > 0 && !_closed && _guard.ClosedUntil <= _now;

    /// <summary>True when more is offered than there is, as when the limit has sunk since.</summary>
    public bool IsOverdrawn => _slots < 0 || _calls < 0 || _tokens < 0 || _guard.ClosedUntil > _now;

    /// <summary>How many more calls it takes of a budget of calls; null when it has none.</summary>
    public long? CallsLeft => _pool.CallsPerMinute is null ? null : Math.Min(_calls, _slots);

    /// <summary>Whether the breaker is open.</summary>
    public bool IsFailing => _guard.IsFailing;

    /// <summary>Whether outcomes have lowered the limit to half of what is configured or less.</summary>
    public bool IsShrunk => _guard.Limit * 2 <= _pool.MaxConcurrent;

    /// <summary>Whether a quarter or more of the budget of calls is spent.</summary>
    public bool IsScarce => _calls * 4 <= _pool.CallsPerMinute * 3L;

    public bool Fits(int tokens) => IsOpen && Cost(tokens) <= _tokens;

    /// <summary>When time alone may lessen what is kept for higher classes; null when nothing is.</summary>
    public long? ReserveChangesAt => IsOpen ? _reserve.ChangesAt : null;

    /// <summary>How many slots a class has.</summary>
    public int Used(CallClass callClass) => _used.GetValueOrDefault(callClass);

    /// <summary>Whether a class has fewer slots than it is sure of, or none and it is its turn.</summary>
    public bool IsBelowShare(CallClass callClass) =>
        Used(callClass) < _pool.Shares.SlotsOf(callClass, _guard.Limit) || IsDue(callClass);

    /// <summary>
    /// Whether there is room for a ticket beside what is kept for higher classes. Where tokens are kept from it, those behind it in its class do not have them either.
    /// </summary>
    public bool Admits(WaitingTicket ticket)
    {
        if (!IsOpen || ticket.Class >= _closedFrom)
        {
            return false;
        }

        if (_guard.IsFailing || IsDue(ticket.Class))
        {
            return true;
        }

        if (AreSlotsKeptFrom(ticket.Class))
        {
            return false;
        }

        bool isLeft = _reserve.Leaves(ticket.Class, _calls, _tokens, Cost(ticket.Tokens));
        _closedFrom = isLeft ? _closedFrom : ticket.Class;
        return isLeft;
    }

    public void Take(WaitingTicket ticket) => Move(ticket, 1);

    public void GiveBack(WaitingTicket ticket) => Move(ticket, -1);

    /// <summary>Keeps what is left for a ticket that needs more of it, so that smaller ones do not pass it for ever.</summary>
    public void Close() => _closed = true;

    /// <summary>When time alone will make room for a ticket; null when a call has to end first.</summary>
    public long? OpensAt(int tokens)
    {
        if (_slots <= 0)
        {
            return null;
        }

        long calls = _calls <= 0 ? 1 - _calls : 0;
        long missing = Math.Max(Cost(tokens) - _tokens, 0);
        bool isShort = calls > 0 || missing > 0;
        if (_guard.ClosedUntil > _now)
        {
            return isShort && _log.FreedAt(calls, missing) is { } freed ? Math.Max(freed, _guard.ClosedUntil) : _guard.ClosedUntil;
        }

        return _log.FreedAt(calls, missing);
    }

    /// <summary>Why a ticket waits for this pool, in words for people.</summary>
    /// <param name="tokens">The ticket's tokens.</param>
    /// <param name="before">How many wait before it.</param>
    public string Explain(int tokens, int before)
    {
        string queue = before == 0 ? "" : FormattableString.Invariant($", {before} before you");
        if (_guard.IsFailing)
        {
            return _guard.ClosedUntil > _now ? $"pool {_pool.Name} is failing, next probe at {Clock(_guard.ClosedUntil)}{queue}" : $"pool {_pool.Name} is failing and being probed{queue}";
        }

        if (_guard.ClosedUntil > _now)
        {
            return $"pool {_pool.Name} asked for a pause until {Clock(_guard.ClosedUntil)}{queue}";
        }

        if (_slots > 0 && (_calls <= 0 || _tokens < Cost(tokens)) && OpensAt(tokens) is { } freed)
        {
            return $"the budget of pool {_pool.Name} frees at {Clock(freed)}{queue}";
        }

        return FormattableString.Invariant($"pool {_pool.Name} has {Busy} of {_guard.Limit} busy{queue}");
    }

    /// <summary>Asked for every ticket that waits, answered anew when a slot has been taken.</summary>
    private bool AreSlotsKeptFrom(CallClass callClass)
    {
        if (!_keptFrom.TryGetValue(callClass, out bool areKept))
        {
            areKept = Used(callClass) >= _pool.Shares.SlotsOf(callClass, _guard.Limit) && _slots <= _reserve.Slots(callClass, _guard.Limit, _used);
            _keptFrom.Add(callClass, areKept);
        }

        return areKept;
    }

    private bool IsDue(CallClass callClass) => Used(callClass) == 0 && _reserve.IsDue(callClass);

    private static string Clock(long time) => FormattableString.Invariant($"{DateTimeOffset.FromUnixTimeMilliseconds(time):HH:mm:ss}Z");

    private int Occupy(IEnumerable<HeldLease> leases)
    {
        int count = 0;
        foreach (HeldLease lease in leases)
        {
            CallClass callClass = lease.Class ?? CallClass.Interactive;
            _used[callClass] = _used.GetValueOrDefault(callClass) + 1;
            count++;
        }

        return count;
    }

    private void Move(WaitingTicket ticket, int count)
    {
        _keptFrom.Clear();
        _slots -= count;
        _calls -= count;
        _tokens -= count * Cost(ticket.Tokens);
        _used[ticket.Class] = _used.GetValueOrDefault(ticket.Class) + count;
    }

    private long Cost(int tokens) => _pool.TokensPerMinute is { } all ? Math.Min(tokens, all) : 0;
}
