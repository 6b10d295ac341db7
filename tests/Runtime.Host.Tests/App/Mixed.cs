using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>Orchestrators whose histories are looked at.</summary>
internal sealed class Mixed(Journey journey)
{
    [Function("Mixed")]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.Entities.CallEntityAsync(new EntityInstanceId("Counter", "mixed"), "add", 1);
        await context.CallSubOrchestratorAsync<int>("AskCounter", "mixed");
        await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
    }

    [Function(nameof(CountDown))]
    public static async Task CountDown([OrchestrationTrigger] TaskOrchestrationContext context, int left)
    {
        if (left > 0)
        {
            await context.CallActivityAsync("Nothing");
            context.ContinueAsNew(left - 1);
        }
    }

    [Function(nameof(VersionOf))]
    public static async Task<string> VersionOf([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string>("go");
        return context.Version;
    }

    [Function(nameof(Recovers))]
    public static Task<string> Recovers([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<string>(nameof(FailOnce));

    [Function(nameof(FailOnce))]
    public string FailOnce([ActivityTrigger] object? input)
    {
        bool first = journey.Steps.IsEmpty;
        journey.Steps.Enqueue("tried");
        return first ? throw new InvalidOperationException("not yet") : "now";
    }
}
