namespace Workflows.Shared.Debate.Comparison;

/// <summary>A figure with its confidence interval.</summary>
internal sealed record Estimate
{
    /// <summary>The confidence of all intervals.</summary>
    public const double Confidence = 0.95;

    /// <summary>The standard normal quantile that belongs to <see cref="Confidence"/> on both sides.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Nothing can be said.</summary>
    public static Estimate None { get; } = new();

    /// <summary>The figure; null: there are no samples.</summary>
    public double? Value { get; init; }

    /// <summary>The interval's lower end; null: there are too few samples for an interval.</summary>
    public double? Low { get; init; }

    /// <summary>The interval's upper end; null together with <see cref="Low"/>.</summary>
    public double? High { get; init; }
}
