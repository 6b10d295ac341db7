namespace Workflows.Runtime.Host.Monitor.Fleet;

/// <summary>The fleet as it is now.</summary>
internal sealed record FleetAnswer(DateTimeOffset Now, IReadOnlyList<MonitorFleetKey> Fleets, IReadOnlyList<MonitorPool> Pools);
