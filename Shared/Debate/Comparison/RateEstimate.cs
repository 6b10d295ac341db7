namespace Workflows.Shared.Debate.Comparison;

/// <summary>A rate with the score interval of Wilson (Probable Inference, the Law of Succession, and Statistical Inference, JASA 22, 1927): within 0 and 1, and sound for few samples and rates near both.</summary>
internal sealed record RateEstimate
{
    /// <summary>How often it was so.</summary>
    public required int Count { get; init; }

    /// <summary>Out of how many.</summary>
    public required int Of { get; init; }

    /// <summary>The rate, from 0 to 1; null: out of none.</summary>
    public double? Value { get; init; }

    /// <inheritdoc cref="Estimate.Low"/>
    public double? Low { get; init; }

    /// <inheritdoc cref="Estimate.High"/>
    public double? High { get; init; }

    /// <summary>The rate of what was or was not so.</summary>
    /// <param name="cases">Each of them.</param>
    public static RateEstimate From(IReadOnlyCollection<bool> cases) => From(cases.Count(so => so), cases.Count);

    /// <summary>The rate.</summary>
    /// <param name="count">From 0 to <paramref name="of"/>.</param>
    /// <param name="of">0 or more.</param>
    public static RateEstimate From(int count, int of)
    {
        if (of == 0)
        {
            return new RateEstimate { Count = 0, Of = 0 };
        }

        const double Square = Estimate.Z * Estimate.Z;
        double rate = (double)count / of;
        double middle = (count + (Square / 2)) / (of + Square);
        double reach = Estimate.Z * Math.Sqrt((count * (1 - rate)) + (Square / 4)) / (of + Square);
        return new RateEstimate
        {
            Count = count,
            Of = of,
            Value = rate,
            Low = count == 0 ? 0 : middle - reach,
            High = count == of ? 1 : middle + reach,
        };
    }
}
