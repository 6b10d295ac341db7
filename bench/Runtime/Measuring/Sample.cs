using System.Diagnostics;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>Measured values in order of size.</summary>
internal sealed class Sample
{
    private readonly double[] _sorted;

    public Sample(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
        if (_sorted.Length == 0)
        {
            throw new ArgumentException("Nothing was measured.", nameof(values));
        }
    }

    /// <summary>The least value.</summary>
    public double Least => _sorted[0];

    /// <summary>The greatest value.</summary>
    public double Greatest => _sorted[^1];

    /// <summary>The value in the middle.</summary>
    public double Median => Percentile(50);

    /// <summary>The value that so many percent of all do not exceed.</summary>
    public double Percentile(double percent) => _sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * _sorted.Length) - 1, 0, _sorted.Length - 1)];

    /// <summary>The milliseconds between each moment of the stopwatch's clock and the one before.</summary>
    public static Sample OfGaps(IReadOnlyList<long> timestamps) =>
        new(timestamps.Zip(timestamps.Skip(1), (earlier, later) => Stopwatch.GetElapsedTime(earlier, later).TotalMilliseconds));
}
