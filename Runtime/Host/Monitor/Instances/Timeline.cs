namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>What an execution did, over time.</summary>
internal sealed record Timeline
{
    public long Execution { get; init; }

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public DateTimeOffset Now { get; init; }

    public int Total { get; init; }

    public required IReadOnlyList<TimelineSpan> Spans { get; init; }

    public required IReadOnlyList<TimelineMark> Marks { get; init; }

    public int? Next { get; init; }
}
