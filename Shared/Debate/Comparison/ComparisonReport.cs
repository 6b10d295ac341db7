namespace Workflows.Shared.Debate.Comparison;

/// <summary>Both modes on the same tasks.</summary>
internal sealed record ComparisonReport
{
    /// <summary>The confidence of all intervals.</summary>
    public double Confidence { get; init; } = Estimate.Confidence;

    /// <summary>How many tasks there are.</summary>
    public required int Tasks { get; init; }

    /// <summary>How often each was debated in each mode.</summary>
    public required int Runs { get; init; }

    /// <summary>In how many debates the simulator answered anything.</summary>
    public required int Simulated { get; init; }

    /// <summary>The parallel mode.</summary>
    public required ModeFigures Parallel { get; init; }

    /// <summary>The sequential mode.</summary>
    public required ModeFigures Sequential { get; init; }

    /// <summary>Parallel minus sequential.</summary>
    public required PairedFigures Difference { get; init; }

    /// <summary>Every debate, in the order in which they were to start.</summary>
    public required IReadOnlyList<ComparedDebate> Debates { get; init; }

    /// <summary>The report.</summary>
    /// <param name="tasks">How many tasks there are.</param>
    /// <param name="runs">How often each was debated in each mode.</param>
    /// <param name="debates">One of each mode in each pair.</param>
    public static ComparisonReport Of(int tasks, int runs, IReadOnlyList<ComparedDebate> debates)
    {
        ILookup<DebateMode, ComparedDebate> modes = debates.ToLookup(debate => debate.Mode);
        ComparedDebate[] parallel = [.. modes[DebateMode.Parallel]];
        ComparedDebate[] sequential = [.. modes[DebateMode.Sequential]];
        return new ComparisonReport
        {
            Tasks = tasks,
            Runs = runs,
            Simulated = debates.Count(debate => debate.Simulated),
            Parallel = ModeFigures.Of(parallel),
            Sequential = ModeFigures.Of(sequential),
            Difference = PairedFigures.Of([.. parallel.Join(sequential, debate => debate.Pair, debate => debate.Pair, (first, second) => (first, second))]),
            Debates = debates,
        };
    }
}
