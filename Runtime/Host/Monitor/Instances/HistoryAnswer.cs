namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>A page of a history.</summary>
internal sealed record HistoryAnswer(long Execution, long Total, IReadOnlyList<HistoryItem> Items, long? Next);
