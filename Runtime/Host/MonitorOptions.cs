namespace Workflows.Runtime.Host;

/// <summary>Settings of the monitor, the page at <c>/monitor</c>.</summary>
public sealed class MonitorOptions
{
    /// <summary>False: neither the page nor its API is served. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long an operation waits for its instance to take it in; then it is answered as accepted, not as done.</summary>
    internal TimeSpan SettlesWithin { get; set; } = TimeSpan.FromSeconds(2);
}
