using Workflows.Shared.Debate;

namespace Workflows.Cli.Debates;

/// <summary>One debate of a comparison.</summary>
internal sealed record PlannedDebate
{
    /// <summary>Which pair it belongs to, from 1.</summary>
    public required int Pair { get; init; }

    /// <summary>The task.</summary>
    public required ComparisonTask Task { get; init; }

    /// <summary>Which run of the task it is, from 1.</summary>
    public required int Run { get; init; }

    /// <summary>The mode.</summary>
    public required DebateMode Mode { get; init; }

    /// <summary>The mode in a word.</summary>
    public string ModeWord => Mode == DebateMode.Parallel ? "parallel" : "sequential";
}
