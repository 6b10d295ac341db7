namespace Workflows.Runtime.Host.Monitor;

/// <summary>One fleet: the pools that are admitted to together.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Waiting">How many tickets wait.</param>
/// <param name="Leases">How many calls are under way.</param>
/// <param name="Updated">When it last changed; null: it was never asked.</param>
public sealed record MonitorFleetKey(string Key, int Waiting, int Leases, DateTimeOffset? Updated);
