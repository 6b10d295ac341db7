namespace Workflows.Runtime.Engine.History;

/// <summary>One fact in the life of an instance, or one message to it: both are stored in the same shape.</summary>
internal sealed record HistoryEvent
{
    public const int NoTask = -1;

    public required HistoryEventKind Kind { get; init; }

    /// <summary>Number of the task inside its execution, or <see cref="NoTask"/>.</summary>
    public int TaskId { get; init; } = NoTask;

    /// <summary>Name of the orchestrator, activity, event or operation.</summary>
    public string? Name { get; init; }

    /// <summary>Serialized input or result.</summary>
    public string? Payload { get; init; }

    /// <summary>Id of the instance or entity that a decision addresses.</summary>
    public string? Target { get; init; }

    public DateTimeOffset? Time { get; init; }

    public EventDetails? Details { get; init; }

    /// <summary>True for what user code decided, false for what reached it.</summary>
    public bool IsDecision => Kind is HistoryEventKind.ActivityScheduled or HistoryEventKind.SubOrchestrationScheduled
        or HistoryEventKind.TimerCreated or HistoryEventKind.TimerCanceled or HistoryEventKind.EventSent
        or HistoryEventKind.EntityCalled or HistoryEventKind.EntitySignaled
        or HistoryEventKind.EntityLockRequested or HistoryEventKind.EntityLockReleased
        or HistoryEventKind.ExecutionCompleted or HistoryEventKind.ContinuedAsNew;

    /// <summary>Whether a replay that decides <paramref name="other"/> here follows the recorded path.</summary>
    public bool IsSameDecision(HistoryEvent other) =>
        Kind == other.Kind && TaskId == other.TaskId
        && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Target, other.Target, StringComparison.Ordinal);

    public string Describe() => Kind switch
    {
        _ when TaskId == NoTask && Name is null => $"{Kind}",
        _ when TaskId == NoTask => $"{Kind} '{Name}'",
        _ when Name is null => $"{Kind} #{TaskId}",
        _ => $"{Kind} '{Name}' #{TaskId}",
    };
}
