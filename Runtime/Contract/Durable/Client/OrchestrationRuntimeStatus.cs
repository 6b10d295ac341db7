namespace Workflows.Durable.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It runs or waits for something.</summary>
    Running,

    /// <summary>It has ended with a result.</summary>
    Completed,

    /// <summary>It is about to start over. A caller normally sees <see cref="Running"/> instead.</summary>
    ContinuedAsNew,

    /// <summary>It has ended with an unhandled exception.</summary>
    Failed,

    /// <summary>Kept for compatibility; no instance takes it.</summary>
    Canceled,

    /// <summary>It was ended from outside.</summary>
    Terminated,

    /// <summary>It is recorded and has not begun.</summary>
    Pending,

    /// <summary>It rests until it is resumed.</summary>
    Suspended,
}
