namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Instances over the time of their creation.</summary>
/// <param name="From">Where the first bucket begins; null: there is no instance.</param>
/// <param name="To">Where the last one ends.</param>
/// <param name="Width">How long each is.</param>
/// <param name="Buckets">Those that hold any, in their order.</param>
/// <param name="IsComplete">False: counting stopped before it was through.</param>
internal sealed record Histogram(DateTimeOffset? From, DateTimeOffset? To, TimeSpan Width, IReadOnlyList<HistogramBucket> Buckets, bool IsComplete);
