using System.Globalization;
using System.Text;

namespace Workflows.Runtime.Host.Telemetry;

/// <summary>
/// Writes metrics in the Prometheus text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats). No name is written twice: of
/// metrics, or series of one, that become the same by their names' cleaning, the first is written.
/// </summary>
internal sealed class PrometheusText
{
    /// <summary>The content type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const string UpperBound = "le";

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The metrics as text; empty when there are none.</summary>
    public static string Write(IEnumerable<MetricFamily> families)
    {
        PrometheusText text = new();

        // An instrument that was disposed of and one that came after it are two with one name: the later one counts where they say the same.
        foreach (IGrouping<(string, MetricKind), MetricFamily> same in families.GroupBy(family => (family.Name, family.Kind)))
        {
            text.Add(same.Last() with { Series = [.. same.Reverse().SelectMany(family => family.Series)] });
        }

        return text._text.ToString();
    }

    private void Add(MetricFamily family)
    {
        string name = PrometheusNames.Metric(family.Name, family.Kind);
        IReadOnlyList<string> samples = PrometheusNames.Samples(name, family.Kind);
        if (family.Series.Count == 0 || samples.Any(_names.Contains))
        {
            return;
        }

        _names.UnionWith(samples);
        _text.Append("# HELP ").Append(name).Append(' ').Append(Escape(family.Help, quoted: false)).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(family.Kind switch { MetricKind.Counter => "counter", MetricKind.Gauge => "gauge", _ => "histogram" }).Append('\n');
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (MetricSeries series in family.Series)
        {
            string labels = Labels(series.Labels, family.Kind == MetricKind.Histogram);
            if (seen.Add(labels))
            {
                Add(name, labels, series);
            }
        }
    }

    private void Add(string name, string labels, MetricSeries series)
    {
        if (series.Buckets is not { } histogram)
        {
            Sample(name, labels, Number(series.Value));
            return;
        }

        long count = 0;
        string before = labels.Length == 0 ? "" : labels + ",";
        foreach ((double bound, long values) in histogram.Buckets)
        {
            count += values;
            Sample($"{name}_bucket", $"{before}{UpperBound}=\"{Number(bound)}\"", Number(count));
        }

        if (histogram.Buckets is not [.., { UpperBound: double.PositiveInfinity }])
        {
            Sample($"{name}_bucket", $"{before}{UpperBound}=\"+Inf\"", Number(count));
        }

        Sample($"{name}_sum", labels, Number(histogram.Sum));
        Sample($"{name}_count", labels, Number(count));
    }

    private void Sample(string name, string labels, string value)
    {
        _text.Append(name);
        if (labels.Length > 0)
        {
            _text.Append('{').Append(labels).Append('}');
        }

        _text.Append(' ').Append(value).Append('\n');
    }

    /// <summary>Labels in the order of their names. Names that become the same share one label, their values joined by semicolons.</summary>
    private static string Labels(IReadOnlyList<KeyValuePair<string, string>> labels, bool isHistogram)
    {
        SortedDictionary<string, string> clean = new(StringComparer.Ordinal);
        foreach ((string key, string value) in labels)
        {
            string name = PrometheusNames.Label(key);
            name = isHistogram && name == UpperBound ? "exported_le" : name;
            clean[name] = clean.TryGetValue(name, out string? other) ? $"{other};{value}" : value;
        }

        return string.Join(',', clean.Select(label => $"{label.Key}=\"{Escape(label.Value, quoted: true)}\""));
    }

    private static string Escape(string text, bool quoted)
    {
        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quoted ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
