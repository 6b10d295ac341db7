using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>An event of a history.</summary>
internal sealed record HistoryItem
{
    public required long Sequence { get; init; }

    public required string Kind { get; init; }

    public int? Task { get; init; }

    public string? Name { get; init; }

    public string? Target { get; init; }

    public DateTimeOffset? Time { get; init; }

    public DateTimeOffset? Turn { get; init; }

    public long? Scheduled { get; init; }

    public Shown? Payload { get; init; }

    public FailureAnswer? Failure { get; init; }

    public string? Status { get; init; }

    public int? InPlaceOf { get; init; }

    public bool? Masked { get; init; }

    public bool? Edited { get; init; }

    public ForkAnswer? Fork { get; init; }
}
