namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>How many instances one started, by status.</summary>
internal sealed record ChildCounts(long Total, IReadOnlyDictionary<string, long> ByStatus);
