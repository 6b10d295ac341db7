namespace Workflows.Runtime.Host.Monitor.Fleet;

/// <summary>What the samples tell over time, by pool.</summary>
internal sealed record FleetSeries(int Step, DateTimeOffset? From, IReadOnlyList<DateTimeOffset> Times, IReadOnlyDictionary<string, PoolSeries> Pools);
