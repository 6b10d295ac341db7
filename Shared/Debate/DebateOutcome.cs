namespace Workflows.Shared.Debate;

/// <summary>How a debate ended, for the figures.</summary>
public sealed record DebateOutcome
{
    /// <summary>How it ran.</summary>
    public required DebateMode Mode { get; init; }

    /// <summary>The gate's status; null: the debate failed.</summary>
    public string? Gate { get; init; }

    /// <summary>How many things went another way than planned.</summary>
    public required int Fallbacks { get; init; }

    /// <summary>Seconds from the start to the end.</summary>
    public required double Seconds { get; init; }
}
