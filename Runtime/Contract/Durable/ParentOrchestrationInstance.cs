namespace Workflows.Durable;

/// <summary>The orchestration that started a sub-orchestration.</summary>
/// <param name="Name">The name of its orchestrator.</param>
/// <param name="InstanceId">Its instance id.</param>
public record ParentOrchestrationInstance(TaskName Name, string InstanceId);
