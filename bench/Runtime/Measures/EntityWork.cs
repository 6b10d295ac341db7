namespace Workflows.Bench.Runtime.Measures;

/// <summary>What one orchestration does to entities.</summary>
internal sealed record EntityWork
{
    /// <summary>The number of the first entity.</summary>
    public int First { get; init; }

    /// <summary>How many entities there are in all.</summary>
    public int Entities { get; init; }

    /// <summary>How many operations.</summary>
    public int Operations { get; init; }
}
