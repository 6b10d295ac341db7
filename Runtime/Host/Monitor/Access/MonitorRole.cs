namespace Workflows.Runtime.Host.Monitor.Access;

/// <summary>What somebody may do with the monitor.</summary>
internal enum MonitorRole
{
    /// <summary>Look at everything.</summary>
    Viewer,

    /// <summary>Also operate.</summary>
    Operator,
}
