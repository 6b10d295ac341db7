namespace Workflows.Runtime.Host.Telemetry;

/// <summary>One series of a metric.</summary>
/// <param name="Labels">Its labels, by any names.</param>
/// <param name="Value">Its value; of a histogram nothing.</param>
/// <param name="Buckets">What a histogram has counted; null for the other kinds.</param>
internal sealed record MetricSeries(IReadOnlyList<KeyValuePair<string, string>> Labels, double Value, MetricBuckets? Buckets = null);
