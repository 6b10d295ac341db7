namespace Workflows.Runtime.Host.Monitor.Triggers;

/// <summary>What starts by itself, and what is under way in the engine.</summary>
internal sealed record TriggersAnswer
{
    public required IReadOnlyList<TimerItem> Timers { get; init; }

    public required IReadOnlyList<QueueItem> Queues { get; init; }

    public required ActivityItem Activities { get; init; }

    public required long Inbox { get; init; }

    public required int TimersArmed { get; init; }

    public DateTimeOffset? NextTimer { get; init; }

    public required int Resident { get; init; }

    public required DateTimeOffset Now { get; init; }
}
