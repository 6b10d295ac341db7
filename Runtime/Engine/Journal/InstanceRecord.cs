using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>The stored head of an instance: what a query shows without reading its history.</summary>
internal sealed record InstanceRecord
{
    public required string Id { get; init; }

    public required long Execution { get; init; }

    public required string Name { get; init; }

    public string? Version { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public DateTimeOffset? Completed { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public string? Parent { get; init; }

    public long? ParentExecution { get; init; }

    /// <summary>Sequence of the last event in the history of <see cref="Execution"/>.</summary>
    public long LastSequence { get; init; }

    public bool IsEnded => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}
