namespace Workflows.Runtime.Host.Monitor.Fleet;

/// <summary>A pool over time; null where there is no sample.</summary>
internal sealed record PoolSeries(
    IReadOnlyList<int?> InFlight, IReadOnlyList<int?> Waiting, IReadOnlyList<int?> Limit, IReadOnlyList<int?> CallsLeft, IReadOnlyList<double?> Latency, IReadOnlyList<int?> Errors);
