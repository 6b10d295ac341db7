using Workflows.Durable.Entities;
using Workflows.FunctionsWorker;

namespace Workflows.Monitor.Tests.App;

/// <summary>An entity that keeps the last note.</summary>
internal sealed class Notebook : TaskEntity<string>
{
    [Function(nameof(Notebook))]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<Notebook>();

    public void Note(string text) => State = text;

    protected override string InitializeState(TaskEntityOperation entityOperation) => string.Empty;
}
