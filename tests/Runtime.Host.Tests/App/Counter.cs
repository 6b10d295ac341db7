using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.App;

/// <summary>An entity with a dependency of its own.</summary>
internal sealed class Counter(Journey journey) : TaskEntity<int>
{
    [Function(nameof(Counter))]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<Counter>();

    [Function(nameof(AddTwice))]
    public static async Task<int> AddTwice([OrchestrationTrigger] TaskOrchestrationContext context, int number)
    {
        EntityInstanceId id = new(nameof(Counter), "one");
        await context.Entities.CallEntityAsync(id, "add", number);
        await context.Entities.CallEntityAsync(id, "add", number);
        return await context.Entities.CallEntityAsync<int>(id, "get");
    }

    [Function(nameof(AskCounter))]
    public static Task<int> AskCounter([OrchestrationTrigger] TaskOrchestrationContext context, string key) =>
        context.Entities.CallEntityAsync<int>(new EntityInstanceId(nameof(Counter), key), "get");

    public void Add(int number)
    {
        journey.Steps.Enqueue($"add {number}");
        State += number;
    }

    public void Note(string text) => journey.Steps.Enqueue(text);

    public int Get() => State;
}
