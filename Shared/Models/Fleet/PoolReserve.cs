namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// What is kept of a pool, against lower classes, for a class that was seen within the last minute or two: as many free slots as it lately had at once and one more, up to its share, and one
/// beyond that while the others keep theirs; and of the budgets as much as it will ask for, at the pace of late, until what is spent comes back, up to its share.
/// </summary>
internal sealed class PoolReserve
{
    private const double Minute = 60_000;

    private readonly FleetPool _pool;
    private readonly ChargeLog _log;
    private readonly List<ClassTraffic> _traffic;
    private readonly Lazy<HashSet<CallClass>> _present;
    private readonly long _now;
    private readonly Dictionary<CallClass, (double Calls, double Tokens)> _kept = [];

    public PoolReserve(FleetPool pool, ChargeLog log, FleetState state)
    {
        _pool = pool;
        _log = log;
        _now = state.LastSeen;
        _traffic = [.. state.Traffic.Where(traffic => traffic.Pool == pool.Name)];
        _present = new(() => [.. state.Tickets.Where(ticket => ticket.Pools.Contains(pool.Name)).Select(ticket => ticket.Class), .. _traffic.Where(traffic => traffic.IsSeen).Select(traffic => traffic.Class)]);
    }

    /// <summary>When less may be kept because time has passed; null: nothing is kept.</summary>
    public long? ChangesAt => _traffic.Exists(traffic => traffic.IsSeen && traffic.Class != CallClass.Batch) ? _traffic.Where(traffic => traffic.IsSeen).Min(traffic => traffic.EndsAt) : null;

    /// <summary>Whether a class has waited while its part of the slots and more went to others.</summary>
    public bool IsDue(CallClass callClass) =>
        _pool.Shares.Of(callClass) is > 0 and var share && _traffic.Find(traffic => traffic.Class == callClass)?.Passed >= Math.Ceiling(1 / share);

    /// <summary>How many free slots are kept for the classes above one.</summary>
    public int Slots(CallClass below, int limit, IReadOnlyDictionary<CallClass, int> used) =>
        Above(below).Sum(traffic => Slots(traffic, limit, used.GetValueOrDefault(traffic.Class)));

    /// <summary>Whether the budgets are enough for a ticket and for the classes above its own.</summary>
    public bool Leaves(CallClass below, long callsLeft, long tokensLeft, long cost)
    {
        if (!_log.IsKept || !Above(below).Any())
        {
            return true;
        }

        if (!_kept.TryGetValue(below, out (double Calls, double Tokens) kept))
        {
            _kept.Add(below, kept = Budget(below));
        }

        return (_pool.CallsPerMinute is null || callsLeft - 1 >= kept.Calls) && (_pool.TokensPerMinute is null || tokensLeft - cost >= kept.Tokens);
    }

    private IEnumerable<ClassTraffic> Above(CallClass below) => _traffic.Where(traffic => traffic.IsSeen && traffic.Class < below);

    private int Slots(ClassTraffic traffic, int limit, int used)
    {
        int share = _pool.Shares.SlotsOf(traffic.Class, limit);
        int others = _present.Value.Where(other => other != traffic.Class && _pool.Shares.Of(other) > 0).Sum(other => Math.Max(_pool.Shares.SlotsOf(other, limit), 1));
        int most = Math.Max(share, limit - others);
        int wanted = Math.Min(share, Math.Max(traffic.Most, traffic.MostBefore) + 1) - used;
        return _pool.Shares.Of(traffic.Class) > 0 ? Math.Max(Math.Min(Math.Max(wanted, 1), most - used), 0) : 0;
    }

    /// <summary>The most that the pace of the higher classes will at any time have asked for beyond what has come back by then.</summary>
    private (double Calls, double Tokens) Budget(CallClass below)
    {
        double callPace = 0;
        double tokenPace = 0;
        foreach (ClassTraffic traffic in Above(below))
        {
            double share = _pool.Shares.Of(traffic.Class);
            callPace += Pace(Math.Max(traffic.Calls, traffic.CallsBefore), 1, share * (_pool.CallsPerMinute ?? 0));
            tokenPace += Pace(Math.Max(traffic.Tokens, traffic.TokensBefore), 0, share * (_pool.TokensPerMinute ?? 0));
        }

        double calls = 0;
        double tokens = 0;
        long freedCalls = 0;
        long freedTokens = 0;
        foreach (FleetCharge charge in _log.InOrder())
        {
            double part = Math.Clamp((_log.FreedAt(charge) - _now) / Minute, 0, 1);
            calls = Math.Max(calls, Math.Floor(callPace * part) - freedCalls);
            tokens = Math.Max(tokens, (tokenPace * part) - freedTokens);
            freedCalls += charge.Calls;
            freedTokens += charge.Tokens;
        }

        return (Math.Max(calls, Math.Floor(callPace) - freedCalls), Math.Max(tokens, tokenPace - freedTokens));
    }

    private static double Pace(double lately, double more, double most) => Math.Min(lately + Math.Max(lately / 4, more), most);
}
