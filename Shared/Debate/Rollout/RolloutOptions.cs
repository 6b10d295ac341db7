namespace Workflows.Shared.Debate.Rollout;

/// <summary>The section <c>Debates:Rollout</c>.</summary>
public sealed class RolloutOptions
{
    /// <summary>Whether parallel debates are rolled out step by step; false: every debate in mode auto below <see cref="ComplexityBelow"/> runs in parallel, and nobody watches.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The shares of the eligible debates that run in parallel, stage by stage, in percent, as from the next beginning of the rollout; empty: 5, 25, 50, 100.</summary>
    public int[] Stages { get; set; } = [];

    /// <summary>How long a stage is watched at least, in hours.</summary>
    public double WatchHours { get; set; } = 24;

    /// <summary>The fewest ended debates of each arm before a stage can end, and before it can be rolled back.</summary>
    public int MinCount { get; set; } = 100;

    /// <summary>The largest tolerated probability that a parallel mode which is not worse is ever rolled back.</summary>
    public double Alpha { get; set; } = 0.01;

    /// <summary>Only debates below this complexity are eligible.</summary>
    public int ComplexityBelow { get; set; } = 5;

    // Configuration adds to an array that is there already: the default must not be in it.
    internal int[] Shares => Stages is { Length: > 0 } ? Stages : [5, 25, 50, 100];
}
