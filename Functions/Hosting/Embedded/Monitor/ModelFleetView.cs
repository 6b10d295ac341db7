using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Host.Monitor;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Functions.Hosting.Monitor;

/// <summary>Shows the monitor the fleet: what its entities keep, and what this process has seen of the servers.</summary>
internal sealed class ModelFleetView(DurableTaskClient client, ModelCatalogue catalogue, SeenRequests seen, TimeProvider time) : IMonitorFleet
{
    private IEnumerable<string> Keys => catalogue.Servers.Select(server => server.Fleet).Distinct(StringComparer.Ordinal).Where(key => catalogue.PoolsOf(key).Count > 0);

    public async Task<MonitorFleet> ReadAsync(CancellationToken cancellationToken)
    {
        List<MonitorFleetKey> fleets = [];
        List<MonitorPool> pools = [];
        foreach (string key in Keys)
        {
            (FleetOverview overview, DateTimeOffset? updated) = await LookAsync(key, cancellationToken);
            fleets.Add(new MonitorFleetKey(key, overview.Waiting, overview.Leased, updated));
            pools.AddRange(overview.Pools().Select(pool => Of(pool, key)));
        }

        return new MonitorFleet(fleets, pools);
    }

    public async Task<MonitorFleetWait?> FindAsync(string instanceId, string orchestrator, CancellationToken cancellationToken)
    {
        if (!orchestrator.Equals(nameof(ModelCall), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (string key in Keys)
        {
            (FleetOverview overview, _) = await LookAsync(key, cancellationToken);
            if (overview.Find(instanceId, pool => seen.LatencyOf(pool)?.P50) is { } place)
            {
                return new MonitorFleetWait
                {
                    Pools = place.Pools,
                    Class = place.Class is { } callClass ? Word(callClass) : null,
                    Since = place.Since,
                    Place = place.Place,
                    Waiting = place.Waiting,
                    Expected = place.Expected,
                    Offered = place.IsOffered,
                    Lease = place.Lease,
                };
            }
        }

        return null;
    }

    private static string Word(CallClass callClass) => callClass switch
    {
        CallClass.Realtime => "realtime",
        CallClass.Interactive => "interactive",
        _ => "batch",
    };

    private async Task<(FleetOverview Overview, DateTimeOffset? Updated)> LookAsync(string key, CancellationToken cancellationToken)
    {
        var entity = await client.Entities.GetEntityAsync<FleetState>(ModelFleet.IdOf(key), cancellation: cancellationToken);
        return (new FleetOverview(entity?.State ?? new FleetState(), catalogue.PoolsOf(key), FleetTimes.Embedded, time.GetUtcNow()), entity?.LastModifiedTime);
    }

    private MonitorPool Of(PoolOverview pool, string fleet)
    {
        ModelPool server = catalogue.Pool(pool.Pool.Name);
        return new MonitorPool
        {
            Name = pool.Pool.Name,
            Fleet = fleet,
            Model = server.Model,
            Endpoint = server.Endpoint?.GetLeftPart(UriPartial.Authority),
            Simulated = server.IsSimulated,
            Configured = pool.Pool.MaxConcurrent,
            Limit = pool.Limit,
            InFlight = pool.Leased,
            Held = pool.Held,
            Realtime = pool.Blocked,
            Waiting = Enum.GetValues<CallClass>().ToDictionary(Word, callClass => pool.Waiting.GetValueOrDefault(callClass)),
            Calls = pool.Pool.CallsPerMinute is { } calls ? new MonitorBudget(calls, pool.CallsLeft ?? 0, pool.FreesAt) : null,
            Tokens = pool.Pool.TokensPerMinute is { } tokens ? new MonitorBudget(tokens, pool.TokensLeft ?? 0, pool.FreesAt) : null,
            Latency = seen.LatencyOf(pool.Pool.Name),
            Breaker = new MonitorBreaker(!pool.IsFailing ? "closed" : pool.IsProbing ? "probing" : "open", pool.Failures, pool.ProbeAt, pool.ClosedUntil),
            Errors = seen.ErrorsOf(pool.Pool.Name),
        };
    }
}
