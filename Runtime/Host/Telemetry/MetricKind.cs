namespace Workflows.Runtime.Host.Telemetry;

/// <summary>The kinds of metrics of the Prometheus text format that are written here.</summary>
internal enum MetricKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counts values by size.</summary>
    Histogram,
}
