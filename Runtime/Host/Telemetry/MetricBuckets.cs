namespace Workflows.Runtime.Host.Telemetry;

/// <summary>The values that a histogram has counted.</summary>
/// <param name="Buckets">Upper bounds, ascending, each with the count of the values above the bound before and up to this one; the last bound is infinite.</param>
/// <param name="Sum">The sum of all values.</param>
internal sealed record MetricBuckets(IReadOnlyList<(double UpperBound, long Count)> Buckets, double Sum);
