namespace Workflows.Runtime.Engine.History;

/// <summary>What an event or message says. The numbers are stored: never change or reuse one.</summary>
internal enum HistoryEventKind
{
    TurnStarted = 1,
    ExecutionStarted = 2,
    ExecutionCompleted = 3,
    ContinuedAsNew = 4,

    ActivityScheduled = 10,
    ActivityCompleted = 11,
    ActivityFailed = 12,

    SubOrchestrationScheduled = 20,
    SubOrchestrationCompleted = 21,
    SubOrchestrationFailed = 22,

    TimerCreated = 30,
    TimerFired = 31,
    TimerCanceled = 32,

    EventSent = 40,
    EventRaised = 41,

    EntityCalled = 50,
    EntityCallCompleted = 51,
    EntityCallFailed = 52,
    EntitySignaled = 53,
    EntityLockRequested = 54,
    EntityLockGranted = 55,
    EntityLockReleased = 56,

    ExecutionSuspended = 60,
    ExecutionResumed = 61,
    ExecutionTerminated = 62,

    /// <summary>What failed before this is masked and done again.</summary>
    ExecutionRewound = 63,

    /// <summary>What comes before this is the past of another instance; what was open there is done anew.</summary>
    ExecutionForked = 64,

    /// <summary>To an entity: run an operation, with or without an answer.</summary>
    EntityOperation = 70,

    /// <summary>To an entity: lock yourself for the sender, then pass the request on.</summary>
    EntityLock = 71,

    /// <summary>To an entity: the sender gives its lock back.</summary>
    EntityUnlock = 72,

    /// <summary>To an orchestration, and never stored: something that is not durable woke its code.</summary>
    WokenFromOutside = 90,
}
