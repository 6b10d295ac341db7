namespace Workflows.Shared.Expressions;

/// <summary>What is decided of an analysis before it begins; it stays, also when the configuration changes meanwhile.</summary>
public sealed record ExpressionPlan
{
    /// <summary>What was read.</summary>
    public required SubtitleFacts Subtitles { get; init; }

    /// <summary>How many chunks the subtitles have.</summary>
    public required int Chunks { get; init; }

    /// <summary>The chunks to be run, in the order in which they are begun.</summary>
    public required IReadOnlyList<ChunkFacts> Order { get; init; }

    /// <summary>How many are run at once.</summary>
    public required int Workers { get; init; }

    /// <summary>Whether any chunk holds less than its cue, which was too long.</summary>
    public bool HasCut { get; init; }
}
