namespace Workflows.Bench.Runtime.Kills;

/// <summary>The input of an orchestration that continues as new.</summary>
internal sealed record KillLoop
{
    /// <summary>The number of the orchestration.</summary>
    public int Number { get; init; }

    /// <summary>How many times it has continued.</summary>
    public int Generation { get; init; }

    /// <summary>What it saw before.</summary>
    public KillResult SoFar { get; init; } = new();
}
