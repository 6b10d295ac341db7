using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Workflows.Runtime.Host.Telemetry;

/// <summary>Takes what the metric reader has collected, at each collection anew.</summary>
internal sealed class CollectedMetrics : BaseExporter<Metric>
{
    /// <summary>What was collected last.</summary>
    public IReadOnlyList<MetricFamily> Families { get; private set; } = [];

    public override ExportResult Export(in Batch<Metric> batch)
    {
        List<MetricFamily> families = [];
        foreach (Metric metric in batch)
        {
            if (Kind(metric.MetricType) is { } kind)
            {
                families.Add(new MetricFamily(metric.Name, kind, metric.Description, Series(metric)));
            }
        }

        Families = families;
        return ExportResult.Success;
    }

    private static MetricKind? Kind(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => MetricKind.Counter,
        MetricType.LongGauge or MetricType.DoubleGauge or MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic => MetricKind.Gauge,
        MetricType.Histogram => MetricKind.Histogram,
        _ => null,
    };

    private static List<MetricSeries> Series(Metric metric)
    {
        List<MetricSeries> series = [];
        foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
        {
            List<KeyValuePair<string, string>> labels = [];
            foreach ((string key, object? value) in point.Tags)
            {
                labels.Add(KeyValuePair.Create(key, Text(value)));
            }

            series.Add(metric.MetricType == MetricType.Histogram ? new MetricSeries(labels, 0, Buckets(point)) : new MetricSeries(labels, Value(metric.MetricType, point)));
        }

        return series;
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static MetricBuckets Buckets(in MetricPoint point)
    {
        List<(double, long)> buckets = [];
        foreach (HistogramBucket bucket in point.GetHistogramBuckets())
        {
            buckets.Add((bucket.ExplicitBound, bucket.BucketCount));
        }

        return new MetricBuckets(buckets, point.GetHistogramSum());
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Array list => string.Join(';', list.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
