using Workflows.Durable;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

internal sealed record City(string Name, int People);

/// <summary>Orchestrators and activities of many shapes.</summary>
internal sealed class Cities(Greeter greeter, Journey journey)
{
    [Function(nameof(HelloCities))]
    public static async Task<string[]> HelloCities([OrchestrationTrigger] TaskOrchestrationContext context, string[]? names)
    {
        List<string> greetings = [];
        foreach (string name in names ?? ["Tokyo", "Seattle"])
        {
            greetings.Add(await context.CallActivityAsync<string>(nameof(SayHello), name));
        }

        return [.. greetings];
    }

    [Function(nameof(Count))]
    public static async Task<int> Count([OrchestrationTrigger] TaskOrchestrationContext context, City city, FunctionContext functionContext)
    {
        await context.CallActivityAsync(nameof(Nothing));
        return functionContext.FunctionDefinition.Name == nameof(Count) ? await context.CallActivityAsync<int>("PeopleOf", city) : 0;
    }

    [Function(nameof(Who))]
    public static Task<string> Who([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<string>(nameof(WhoAsks));

    [Function(nameof(Wait))]
    public static async Task<string> Wait([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new { waits = "go" });
        string first = await context.CallActivityAsync<string>(nameof(SayHello), "first");
        string go = await context.WaitForExternalEvent<string>("go");
        return $"{first}, then {go}";
    }

    [Function(nameof(Silent))]
    public static Task Silent([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(nameof(Nothing));

    [Function(nameof(Hang))]
    public static Task Hang([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(nameof(HangUntilCancelled));

    [Function(nameof(Fail))]
    public static Task Fail([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(nameof(Throw));

    [Function(nameof(SayHello))]
    public string SayHello([ActivityTrigger] string name) => greeter.Greet(name);

    [Function("CountPeople")]
    public static ValueTask<int> CountPeople([ActivityTrigger(Activity = "PeopleOf")] City city) => ValueTask.FromResult(city.People);

    [Function(nameof(Nothing))]
    public static void Nothing([ActivityTrigger] object? input) => Assert.Null(input);

    [Function(nameof(WhoAsks))]
    public static string WhoAsks([ActivityTrigger] TaskActivityContext context, string instanceId, FunctionContext functionContext) =>
        $"{context.Name} {context.InstanceId == instanceId} {functionContext.BindingContext.BindingData["instanceId"] as string == instanceId}";

    [Function(nameof(HangUntilCancelled))]
    public async Task HangUntilCancelled([ActivityTrigger] object? input, FunctionContext context, CancellationToken cancellationToken)
    {
        journey.Steps.Enqueue($"same token {context.CancellationToken == cancellationToken}");
        journey.Entered.TrySetResult();
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(cancelled.SetResult))
        {
            await cancelled.Task;
        }

        journey.Cancelled.TrySetResult();
        cancellationToken.ThrowIfCancellationRequested();
    }

    [Function(nameof(Throw))]
    public static void Throw([ActivityTrigger] object? input) => throw new InvalidOperationException("no luck");
}
