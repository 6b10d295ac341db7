namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>A queue that a function is triggered by.</summary>
internal sealed record QueueItem
{
    public required string Queue { get; init; }

    public required string Function { get; init; }

    public required string Store { get; init; }

    public long? Length { get; init; }

    public long? Hidden { get; init; }

    public DateTimeOffset? Oldest { get; init; }

    public string? Poison { get; init; }

    public long? PoisonLength { get; init; }

    public required bool Disabled { get; init; }

    /// <summary>Why the queue could not be looked at.</summary>
    public string? Error { get; init; }
}
