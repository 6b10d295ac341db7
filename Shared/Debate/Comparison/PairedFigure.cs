namespace Workflows.Shared.Debate.Comparison;

/// <summary>A difference between both modes over the same pairs: parallel minus sequential.</summary>
internal sealed record PairedFigure
{
    /// <summary>How many pairs have both sides.</summary>
    public required int Pairs { get; init; }

    /// <inheritdoc cref="Estimate.Value"/>
    public double? Value { get; init; }

    /// <inheritdoc cref="Estimate.Low"/>
    public double? Low { get; init; }

    /// <inheritdoc cref="Estimate.High"/>
    public double? High { get; init; }

    /// <summary>The difference.</summary>
    /// <param name="pairs">How many pairs have both sides.</param>
    /// <param name="estimate">The estimate.</param>
    public static PairedFigure Of(int pairs, Estimate estimate) => new() { Pairs = pairs, Value = estimate.Value, Low = estimate.Low, High = estimate.High };
}
