namespace Workflows.Durable;

/// <summary>
/// Decides after a failed attempt whether to try again. Runs in the orchestrator and must be deterministic; it may await durable
/// timers and calls of the context, to pause before the next attempt for instance.
/// </summary>
/// <param name="retryContext">The failure and the attempts so far.</param>
/// <returns>True to try again.</returns>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
