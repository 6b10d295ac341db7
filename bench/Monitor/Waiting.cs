using Workflows.Durable;
using Workflows.FunctionsWorker;

namespace Workflows.Bench.Monitor;

/// <summary>The orchestrators of the made-up instances: nothing of them runs but those that are open, which wait.</summary>
public static class Waiting
{
    /// <summary>Waits for an event that does not come.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function("Review")]
    public static Task Review([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("never");
}
