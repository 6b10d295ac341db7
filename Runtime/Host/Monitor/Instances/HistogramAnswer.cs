namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Instances over the time of their creation.</summary>
internal sealed record HistogramAnswer(DateTimeOffset? From, DateTimeOffset? To, double? BucketSeconds, bool Complete, IReadOnlyList<BucketAnswer> Buckets);
