namespace Workflows.Shared.Debate.Comparison;

/// <summary>How long debates took, in seconds.</summary>
internal sealed record LatencyFigures
{
    /// <summary>How many debates there are: those that did not fail.</summary>
    public required int Samples { get; init; }

    /// <summary>The mean; its interval does not begin below 0.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>The median.</summary>
    public required Estimate P50 { get; init; }

    /// <summary>The 95th percentile.</summary>
    public required Estimate P95 { get; init; }

    /// <summary>The longest; without an interval.</summary>
    public required Estimate Worst { get; init; }

    /// <summary>The figures.</summary>
    /// <param name="seconds">In any order.</param>
    public static LatencyFigures Of(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        Estimate mean = MeanEstimate.Of(sorted);
        return new LatencyFigures
        {
            Samples = sorted.Length,
            Mean = mean.Low < 0 ? mean with { Low = 0 } : mean,
            P50 = QuantileEstimate.Of(sorted, 0.5),
            P95 = QuantileEstimate.Of(sorted, 0.95),
            Worst = QuantileEstimate.Of(sorted, 1),
        };
    }
}
