namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>Who uses the monitor.</summary>
/// <param name="Who">The name that the audit log tells.</param>
/// <param name="Role">What they may do.</param>
/// <param name="From">The address that the request came from.</param>
/// <param name="Nonce">What the CSRF token is made from; null for who sent the key itself, which no other site's page can.</param>
internal sealed record MonitorCaller(string Who, MonitorRole Role, string From, string? Nonce);
