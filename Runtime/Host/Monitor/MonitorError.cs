namespace Workflows.Runtime.Host.Monitor;

/// <summary>A request that failed.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind">How.</param>
/// <param name="Status">The status of the server's answer; null: none came.</param>
/// <param name="Message">What is known of it; never what was sent or answered.</param>
public sealed record MonitorError(DateTimeOffset Time, string Kind, int? Status, string? Message);
