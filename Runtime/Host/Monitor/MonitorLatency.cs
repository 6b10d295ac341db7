namespace Workflows.Runtime.Host.Monitor;

/// <summary>Seconds from sending to the answer.</summary>
/// <param name="Last">Of the latest request.</param>
/// <param name="P50">Half took no longer.</param>
/// <param name="P95">Of twenty one took longer.</param>
/// <param name="Samples">How many requests are counted.</param>
public sealed record MonitorLatency(double Last, double P50, double P95, int Samples);
