namespace Workflows.Shared.Debate.Comparison;

/// <summary>What the modes differ by: parallel minus sequential, over pairs of one debate each on the same task.</summary>
internal sealed record PairedFigures
{
    /// <summary>Of the mean latency, in seconds, over the pairs in which neither failed.</summary>
    public required PairedFigure MeanLatency { get; init; }

    /// <summary>Of the gate's pass rate, from -1 to 1, over the pairs that have evidence.</summary>
    public required PairedFigure GatePassRate { get; init; }

    /// <summary>The figures.</summary>
    /// <param name="pairs">Both debates of each pair.</param>
    public static PairedFigures Of(IReadOnlyCollection<(ComparedDebate Parallel, ComparedDebate Sequential)> pairs)
    {
        double[] seconds = [.. pairs.Where(pair => pair.Parallel.Seconds is not null && pair.Sequential.Seconds is not null).Select(pair => pair.Parallel.Seconds!.Value - pair.Sequential.Seconds!.Value)];
        (bool, bool)[] passed = [.. pairs.Where(pair => pair.Parallel.Passed is not null && pair.Sequential.Passed is not null).Select(pair => (pair.Parallel.Passed!.Value, pair.Sequential.Passed!.Value))];
        return new PairedFigures
        {
            MeanLatency = PairedFigure.Of(seconds.Length, MeanEstimate.Of(seconds)),
            GatePassRate = PairedFigure.Of(passed.Length, PairedRateEstimate.Of(passed)),
        };
    }
}
