namespace Workflows.Bench.Runtime.Kills;

/// <summary>What an orchestration of the load got to see.</summary>
internal sealed record KillResult
{
    /// <summary>The marks of the activities' results, one for each call.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The numbers of the client's events, as often as they came.</summary>
    public IReadOnlyList<int> Events { get; init; } = [];

    /// <summary>This and what another one saw.</summary>
    public KillResult With(KillResult other) => new() { Marks = [.. Marks, .. other.Marks], Events = [.. Events, .. other.Events] };
}
