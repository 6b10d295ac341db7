namespace Workflows.Runtime.Host.Telemetry;

/// <summary>A metric with its series, by any name.</summary>
internal sealed record MetricFamily(string Name, MetricKind Kind, string Help, IReadOnlyList<MetricSeries> Series);
