namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>One attempt of a call.</summary>
internal sealed record TimelineAttempt
{
    public required int Task { get; init; }

    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public required string State { get; init; }

    public string? Error { get; init; }

    public required long Scheduled { get; init; }

    public long? Ended { get; init; }
}
