using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Durable;
using Workflows.Durable.Converters;
using Workflows.Runtime.Engine.Failures;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Executions without an engine around them.</summary>
internal static class Executions
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static HistoryEvent Terminated { get; } = new() { Kind = HistoryEventKind.ExecutionTerminated };

    public static HistoryEvent Event(string name, string payload) => new() { Kind = HistoryEventKind.EventRaised, Name = name, Payload = payload };

    public static OrchestrationExecution Start(DurableTaskRegistry registry, string name, string input)
    {
        OrchestrationServices services = new(
            new TaskCatalogue(registry), JsonDataConverter.Default, NullLoggerFactory.Instance, new ServiceCollection().BuildServiceProvider(), null, new FailureDescriber(null));
        OrchestrationExecution execution = new("test", 1, services, () => { });
        execution.Advance(Now, [new HistoryEvent { Kind = HistoryEventKind.ExecutionStarted, Name = name, Payload = input, Details = new EventDetails() }]);
        return execution;
    }
}
