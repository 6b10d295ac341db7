using Workflows.Durable;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>An orchestration of two activities, the first of which a test holds.</summary>
internal sealed class Held(Journey journey)
{
    [Function(nameof(Hold))]
    public static async Task<string> Hold([OrchestrationTrigger] TaskOrchestrationContext context) =>
        $"{await context.CallActivityAsync<string>(nameof(HoldUntilReleased))}, {await context.CallActivityAsync<string>(nameof(AfterTheHold))}";

    [Function(nameof(HoldUntilReleased))]
    public async Task<string> HoldUntilReleased([ActivityTrigger] object? input, CancellationToken cancellationToken)
    {
        journey.Steps.Enqueue("held");
        journey.Entered.TrySetResult();
        await journey.Released.Task.WaitAsync(cancellationToken);
        return "released";
    }

    [Function(nameof(AfterTheHold))]
    public string AfterTheHold([ActivityTrigger] object? input)
    {
        journey.Steps.Enqueue("after");
        return "after";
    }
}
