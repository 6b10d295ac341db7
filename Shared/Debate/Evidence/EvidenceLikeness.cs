namespace Workflows.Shared.Debate.Evidence;

/// <summary>How like a passage is to the goal.</summary>
public sealed record EvidenceLikeness
{
    /// <summary>The document's id.</summary>
    public required string EvidenceId { get; init; }

    /// <summary>Which part of the document it is, from 0.</summary>
    public required int Part { get; init; }

    /// <summary>From 0 to 1.</summary>
    public required double Value { get; init; }
}
