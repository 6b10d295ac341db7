namespace Workflows.Shared.Debate.Rollout;

/// <summary>Something that happened to the rollout.</summary>
public sealed record RolloutEvent
{
    /// <summary><c>stage</c>, <c>rollback</c>, <c>pause</c>, <c>resume</c>, <c>advance</c>, <c>done</c>.</summary>
    public required string Event { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The share of the eligible debates that runs in parallel from then on, in percent.</summary>
    public required int Share { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>What a rollback was for: <c>gate</c>, <c>time</c>, <c>operator</c>; null: it is no rollback.</summary>
    public string? Cause { get; init; }
}
