using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Forking;

/// <summary>Whether, and how, an instance can be forked after an event.</summary>
/// <param name="TakesInput">The event's step may be given another input.</param>
/// <param name="TakesResult">The event's step may be given another result.</param>
internal sealed record ForkPoint(bool TakesInput, bool TakesResult)
{
    private static readonly ForkPoint Step = new(TakesInput: true, TakesResult: true);
    private static readonly ForkPoint Event = new(TakesInput: false, TakesResult: true);
    private static readonly ForkPoint Timer = new(TakesInput: false, TakesResult: false);

    /// <summary>Null: not after an event of that kind.</summary>
    public static ForkPoint? Of(HistoryEventKind kind) => kind switch
    {
        HistoryEventKind.ActivityScheduled or HistoryEventKind.ActivityCompleted or HistoryEventKind.ActivityFailed => Step,
        HistoryEventKind.SubOrchestrationScheduled or HistoryEventKind.SubOrchestrationCompleted or HistoryEventKind.SubOrchestrationFailed => Step,
        HistoryEventKind.EntityCalled or HistoryEventKind.EntityCallCompleted or HistoryEventKind.EntityCallFailed => Step,
        HistoryEventKind.EventRaised => Event,
        HistoryEventKind.TimerCreated or HistoryEventKind.TimerFired => Timer,
        _ => null,
    };

    /// <summary>What a step's given result is recorded as.</summary>
    public static HistoryEventKind ResultOf(HistoryEventKind kind) => kind switch
    {
        HistoryEventKind.ActivityScheduled or HistoryEventKind.ActivityCompleted or HistoryEventKind.ActivityFailed => HistoryEventKind.ActivityCompleted,
        HistoryEventKind.SubOrchestrationScheduled or HistoryEventKind.SubOrchestrationCompleted or HistoryEventKind.SubOrchestrationFailed => HistoryEventKind.SubOrchestrationCompleted,
        HistoryEventKind.EntityCalled or HistoryEventKind.EntityCallCompleted or HistoryEventKind.EntityCallFailed => HistoryEventKind.EntityCallCompleted,
        HistoryEventKind.EventRaised => HistoryEventKind.EventRaised,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
