using System.Text.Json.Serialization;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Something on a timeline, from its beginning to its end.</summary>
internal sealed record TimelineSpan
{
    public required int Task { get; init; }

    public required string Kind { get; init; }

    public string? Name { get; init; }

    public string? Target { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset? Granted { get; init; }

    public required long Scheduled { get; init; }

    public long? Ended { get; init; }

    public string? Error { get; init; }

    public string? Live { get; init; }

    public IReadOnlyList<TimelineAttempt>? Attempts { get; init; }

    public ForkAnswer? Fork { get; init; }

    /// <summary>The number of the last attempt.</summary>
    [JsonIgnore]
    public int LastTask => Attempts is { Count: > 0 } attempts ? attempts[^1].Task : Task;
}
