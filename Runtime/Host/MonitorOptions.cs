namespace Workflows.Runtime.Host;

/// <summary>Settings of the monitor, the page at <c>/monitor</c>.</summary>
public sealed class MonitorOptions
{
    /// <summary>False: neither the page nor its API is served. Default true.</summary>
    public bool Enabled { get; set; } = true;
}
