namespace Workflows.Durable;

/// <summary>What a retry handler is told after a failed attempt.</summary>
/// <param name="OrchestrationContext">The context of the orchestrator that called the task.</param>
/// <param name="LastAttemptNumber">The number of the attempt that failed, from 1.</param>
/// <param name="LastFailure">How it failed.</param>
/// <param name="TotalRetryTime">The orchestration's time since the first attempt began.</param>
/// <param name="CancellationToken">Cancelled when the orchestration no longer needs an answer.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
