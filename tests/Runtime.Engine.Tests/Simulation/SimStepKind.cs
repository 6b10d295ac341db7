namespace Workflows.Runtime.Engine.Simulation;

public enum SimStepKind
{
    Activity,
    LargeResult,
    FailingActivity,
    RetriedActivity,
    FanOut,
    Timer,
    CanceledTimer,
    Event,
    EventTimeout,
    Call,
    Signal,
    DelayedSignal,
    Spawn,
    Transfer,
    Child,
    FailingChild,
    FlakyChild,
    FailingInLock,
    Talk,
    Status,
}
