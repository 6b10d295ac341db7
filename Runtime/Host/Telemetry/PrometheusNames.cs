using System.Text;

namespace Workflows.Runtime.Host.Telemetry;

/// <summary>Names as Prometheus takes them: what it does not is an underscore. Units are not added: names stay those that the code and the documents use.</summary>
internal static class PrometheusNames
{
    private const string Total = "_total";

    /// <summary>A metric's name; a counter's ends with <c>_total</c>.</summary>
    public static string Metric(string name, MetricKind kind)
    {
        string clean = Clean(name, allowColon: true);
        return kind == MetricKind.Counter && !clean.EndsWith(Total, StringComparison.Ordinal) ? clean + Total : clean;
    }

    /// <summary>A label's name; names that begin with two underscores are Prometheus's own.</summary>
    public static string Label(string name)
    {
        string clean = Clean(name, allowColon: false);
        return clean.StartsWith("__", StringComparison.Ordinal) ? "label" + clean : clean;
    }

    /// <summary>The names of a metric's samples.</summary>
    public static IReadOnlyList<string> Samples(string metric, MetricKind kind) =>
        kind == MetricKind.Histogram ? [metric, $"{metric}_bucket", $"{metric}_sum", $"{metric}_count"] : [metric];

    private static string Clean(string name, bool allowColon)
    {
        StringBuilder clean = new(name.Length + 1);
        foreach (char c in name)
        {
            if (clean.Length == 0 && char.IsAsciiDigit(c))
            {
                clean.Append('_');
            }

            clean.Append(char.IsAsciiLetterOrDigit(c) || c == '_' || (allowColon && c == ':') ? c : '_');
        }

        return clean.Length == 0 ? "_" : clean.ToString();
    }
}
