namespace Workflows.Runtime.Engine.History;

/// <summary>How an exported history is written.</summary>
internal sealed record InstanceHistoryDocument
{
    public required string InstanceId { get; init; }

    public required string Name { get; init; }

    /// <summary>The instance's executions, oldest first: the first one, and one for each time it continued as new.</summary>
    public required IReadOnlyList<ExecutionHistory> Executions { get; init; }
}
