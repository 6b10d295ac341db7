namespace Workflows.Runtime.Host.Monitor.Blocked;

/// <summary>Something that an instance waits for.</summary>
internal sealed record WaitAnswer
{
    public required string Kind { get; init; }

    public string? Name { get; init; }

    public int? Task { get; init; }

    public string? Target { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Due { get; init; }

    public string? RetryOf { get; init; }

    public string? Live { get; init; }

    public DateTimeOffset? RunningSince { get; init; }

    public int? Waiting { get; init; }

    public int? Running { get; init; }

    public int? Limit { get; init; }

    public string? LockedBy { get; init; }

    public IReadOnlyList<string>? Pools { get; init; }

    public string? Class { get; init; }

    public int? Place { get; init; }

    public DateTimeOffset? Expected { get; init; }

    public double? ExpectedSeconds { get; init; }

    public bool? Offered { get; init; }

    public string? Lease { get; init; }

    public string? Message { get; init; }

    public string? Summary { get; init; }
}
