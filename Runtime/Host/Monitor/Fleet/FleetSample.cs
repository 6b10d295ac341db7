namespace Workflows.Runtime.Host.Monitor.Fleet;

/// <summary>A pool at one moment.</summary>
internal sealed record FleetSample(int InFlight, int Waiting, int Limit, int? CallsLeft, double? Latency, int Errors);
