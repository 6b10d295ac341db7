namespace Workflows.Shared.Expressions;

/// <summary>Chunks that one orchestration runs, and tells its parent of.</summary>
public sealed record ExpressionBatchWork
{
    /// <summary>The parent's id.</summary>
    public required string Parent { get; init; }

    /// <summary>The batch's number among its parent's.</summary>
    public required int Batch { get; init; }

    /// <summary>The analysis' folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The options.</summary>
    public required ExpressionOptions Options { get; init; }

    /// <summary>The chunks, in the order in which they are begun.</summary>
    public required IReadOnlyList<ChunkFacts> Chunks { get; init; }

    /// <summary>How many are run at once until the parent hands in more.</summary>
    public required int Workers { get; init; }

    /// <summary>The number of the last chunk that can count; null: every one can.</summary>
    public int? Last { get; init; }

    /// <summary>When the analysis began.</summary>
    public required DateTimeOffset WorkStamp { get; init; }
}
