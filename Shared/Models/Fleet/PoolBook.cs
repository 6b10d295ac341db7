namespace Workflows.Shared.Models.Fleet;

/// <summary>A fleet's pools with what the state keeps of each.</summary>
internal sealed class PoolBook
{
    private readonly FleetState _state;
    private readonly FleetTimes _times;
    private readonly Dictionary<string, FleetPool> _pools;
    private readonly Dictionary<string, ChargeLog> _logs = [];

    public PoolBook(FleetState state, IReadOnlyList<FleetPool> pools, FleetTimes times)
    {
        _state = state;
        _times = times;
        _pools = pools.ToDictionary(pool => pool.Name);
        foreach (FleetPool pool in pools)
        {
            if (!state.Charges.TryGetValue(pool.Name, out List<FleetCharge>? charges))
            {
                state.Charges.Add(pool.Name, charges = []);
            }

            _logs.Add(pool.Name, new ChargeLog(pool, charges, times.WindowMargin));
        }
    }

    public FleetPool? Find(string name) => _pools.GetValueOrDefault(name);

    public ChargeLog? Log(string name) => _logs.GetValueOrDefault(name);

    public void FreeOldCharges()
    {
        foreach (ChargeLog log in _logs.Values)
        {
            log.FreeOld(_state.LastSeen);
        }
    }

    /// <summary>Teaches a pool; what has nothing to remember any more is not kept.</summary>
    public void Teach(FleetPool pool, Action<PoolGuard> lesson)
    {
        PoolHealth health = _state.Health.GetValueOrDefault(pool.Name) ?? new PoolHealth();
        lesson(new PoolGuard(pool, health, _times));
        if (health is { Limit: null, Failures: 0, Trips: 0 } && health.ClosedUntil <= _state.LastSeen && health.CutAt == 0)
        {
            _state.Health.Remove(pool.Name);
        }
        else
        {
            _state.Health[pool.Name] = health;
        }
    }

    public PoolGuard Guard(FleetPool pool) => new(pool, _state.Health.GetValueOrDefault(pool.Name) ?? new PoolHealth(), _times);

    public Dictionary<string, PoolRoom> Rooms() => _pools.Values.ToDictionary(pool => pool.Name, pool => new PoolRoom(pool, _logs[pool.Name], Guard(pool), _state));
}
