namespace Workflows.Durable.Internal;

/// <summary>Starts orchestrations.</summary>
public interface IOrchestrationSubmitter
{
    /// <summary>Starts an orchestration.</summary>
    /// <param name="orchestratorName">The orchestrator. An unknown name starts an instance that fails.</param>
    /// <param name="input">The input, null for none.</param>
    /// <param name="options">Instance id, start time, version and tags; null: the defaults.</param>
    /// <param name="cancellation">Ends the wait for the start to be recorded, not the orchestration.</param>
    /// <returns>The id of the new instance, once the start is durable.</returns>
    Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default);
}
