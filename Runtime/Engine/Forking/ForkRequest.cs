namespace Workflows.Runtime.Engine.Forking;

/// <summary>Asks for a new instance that has another one's past up to an event.</summary>
/// <param name="InstanceId">Id of the source: it may run or have ended, and is left as it is.</param>
/// <param name="AfterEvent">
/// The number (from 1) of an event in the source's history: an outcome, an event that was raised or a timer that fired, which is then the last thing that the fork keeps; or a call,
/// which is then open, with all that its turn decided.
/// </param>
public sealed record ForkRequest(string InstanceId, long AfterEvent)
{
    /// <summary>Which of the source's executions; null: the last one.</summary>
    public long? Execution { get; init; }

    /// <summary>The new instance's id; null: one is made.</summary>
    public string? NewId { get; init; }

    /// <summary>What is changed at the chosen step; null: nothing.</summary>
    public StepEdit? Edit { get; init; }
}
