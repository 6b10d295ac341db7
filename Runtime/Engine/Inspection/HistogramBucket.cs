using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Instances that were created within one span of time, by status.</summary>
internal sealed record HistogramBucket(DateTimeOffset Start, IReadOnlyDictionary<OrchestrationRuntimeStatus, long> ByStatus);
