using Workflows.Durable;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>An orchestration that waits for a sub-orchestration that waits for ever.</summary>
public static class Family
{
    [Function("Parent")]
    public static Task Parent([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: context.InstanceId + "-child"));

    [Function("Child")]
    public static Task<string> Child([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("never");
}
