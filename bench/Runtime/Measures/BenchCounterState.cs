namespace Workflows.Bench.Runtime.Measures;

/// <summary>The state of a <see cref="BenchCounter"/>.</summary>
public sealed record BenchCounterState
{
    /// <summary>How many operations it has seen.</summary>
    public int Count { get; init; }

    /// <summary>What makes it 1 KB.</summary>
    public string Body { get; init; } = "";
}
