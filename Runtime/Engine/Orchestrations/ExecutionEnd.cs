using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>The last event of an execution.</summary>
internal static class ExecutionEnd
{
    public static HistoryEvent Create(OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure, bool? recursive = null) => new()
    {
        Kind = HistoryEventKind.ExecutionCompleted,
        Payload = output,
        Details = new EventDetails { Status = (int)status, Failure = failure, Recursive = recursive },
    };

    public static HistoryEvent ContinueAsNew(NextExecution next) => new()
    {
        Kind = HistoryEventKind.ContinuedAsNew,
        Payload = next.Input,
        Details = new EventDetails { Status = (int)OrchestrationRuntimeStatus.ContinuedAsNew, KeepEvents = next.KeepEvents, Version = next.Version },
    };
}
