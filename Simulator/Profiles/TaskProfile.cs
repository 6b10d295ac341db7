namespace Workflows.Simulator.Profiles;

/// <summary>What a profile says about one task (the word after <c>Task</c> in a prompt's first line) in place of the model's own setting.</summary>
public sealed record TaskProfile
{
    /// <summary>The latency of this task's calls.</summary>
    public required LatencyProfile Latency { get; init; }
}
