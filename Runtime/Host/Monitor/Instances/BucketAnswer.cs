namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Instances that were created within a span of time, by status.</summary>
internal sealed record BucketAnswer(DateTimeOffset Start, IReadOnlyDictionary<string, long> ByStatus);
