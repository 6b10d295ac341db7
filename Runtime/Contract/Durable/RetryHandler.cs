namespace Workflows.Durable;

/// <summary>Decides after a failed attempt whether to try again. Runs in the orchestrator and must be deterministic.</summary>
/// <param name="retryContext">The failure and the attempts so far.</param>
/// <returns>True to try again at once.</returns>
public delegate bool RetryHandler(RetryContext retryContext);
