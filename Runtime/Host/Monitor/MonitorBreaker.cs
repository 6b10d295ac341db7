namespace Workflows.Runtime.Host.Monitor;

/// <summary>A pool's breaker.</summary>
/// <param name="State"><c>closed</c>, <c>open</c>, or <c>probing</c>: a request is on its way that decides.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="ProbeAt">When the next probe may go.</param>
/// <param name="ClosedUntil">Until when the server asked to be left alone.</param>
public sealed record MonitorBreaker(string State, int Failures, DateTimeOffset? ProbeAt, DateTimeOffset? ClosedUntil);
