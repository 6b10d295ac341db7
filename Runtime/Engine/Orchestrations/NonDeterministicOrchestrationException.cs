namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>
/// An orchestrator, run again over its own history, did something else than recorded. The message names the event, the call
/// that was recorded and the call that was made. The instance fails with it; nothing of the history is lost.
/// </summary>
public sealed class NonDeterministicOrchestrationException : Exception
{
    /// <summary>Creates the exception.</summary>
    public NonDeterministicOrchestrationException(string message)
        : base(message)
    {
    }
}
