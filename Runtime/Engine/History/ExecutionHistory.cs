namespace Workflows.Runtime.Engine.History;

/// <summary>The events of one execution.</summary>
internal sealed record ExecutionHistory(long Execution, IReadOnlyList<HistoryEvent> Events);
