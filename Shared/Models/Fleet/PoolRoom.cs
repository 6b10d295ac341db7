namespace Workflows.Shared.Models.Fleet;

/// <summary>What a pool can take right now.</summary>
internal sealed class PoolRoom
{
    private readonly FleetPool _pool;
    private readonly ChargeLog _log;
    private int _slots;
    private long _calls;
    private long _tokens;
    private bool _closed;

    public PoolRoom(FleetPool pool, ChargeLog log, FleetState state)
    {
        _pool = pool;
        _log = log;
        _slots = pool.MaxConcurrent - state.Leases.Count(lease => lease.Pool == pool.Name);
        _calls = pool.CallsPerMinute is { } calls ? calls - log.Calls : long.MaxValue;
        _tokens = pool.TokensPerMinute is { } tokens ? tokens - log.Tokens : long.MaxValue;
        foreach (WaitingTicket offered in state.Tickets.Where(ticket => ticket.OfferedPool == pool.Name))
        {
            Take(offered.Tokens);
        }
    }

    public bool IsOpen => _slots > 0 && _calls > 0 && !_closed;

    /// <summary>How many more calls it takes of a budget of calls; null when it has none.</summary>
    public long? CallsLeft => _pool.CallsPerMinute is null ? null : Math.Min(_calls, _slots);

    /// <summary>Whether a quarter or more of the budget of calls is spent.</summary>
    public bool IsScarce => _calls * 4 <= _pool.CallsPerMinute * 3L;

    public bool Fits(int tokens) => IsOpen && Cost(tokens) <= _tokens;

    public void Take(int tokens)
    {
        _slots--;
        _calls--;
        _tokens -= Cost(tokens);
    }

    /// <summary>Keeps what is left for a ticket that needs more of it, so that smaller ones do not pass it for ever.</summary>
    public void Close() => _closed = true;

    /// <summary>When time alone will make room for a ticket; null when a call has to end first.</summary>
    public long? OpensAt(int tokens) =>
        _slots <= 0 ? null : _log.FreedAt(_calls <= 0 ? 1 - _calls : 0, _tokens < Cost(tokens) ? Cost(tokens) - _tokens : 0);

    private long Cost(int tokens) => _pool.TokensPerMinute is { } all ? Math.Min(tokens, all) : 0;
}
