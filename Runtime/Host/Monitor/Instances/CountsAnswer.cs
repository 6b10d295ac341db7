namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>How many instances there are, by status.</summary>
internal sealed record CountsAnswer(long Total, IReadOnlyDictionary<string, long> ByStatus, long Version, DateTimeOffset Now, bool Complete);
