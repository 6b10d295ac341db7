namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>The error of an orchestrator that waits for, or runs on, something that the engine does not know.</summary>
internal static class NotDurable
{
    public static InvalidOperationException Error(string? orchestrator) => new(
        $"The orchestrator '{orchestrator}' awaited something that is not durable. Await only tasks of its TaskOrchestrationContext; put delays, I/O and other asynchronous work into activities, and do not use ConfigureAwait(false).");
}
