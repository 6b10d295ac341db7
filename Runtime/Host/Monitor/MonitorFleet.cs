namespace Workflows.Runtime.Host.Monitor;

/// <summary>A fleet as it is at a moment.</summary>
/// <param name="Fleets">What admits: one for each key.</param>
/// <param name="Pools">The deployed models.</param>
public sealed record MonitorFleet(IReadOnlyList<MonitorFleetKey> Fleets, IReadOnlyList<MonitorPool> Pools);
