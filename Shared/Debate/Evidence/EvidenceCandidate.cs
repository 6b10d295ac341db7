namespace Workflows.Shared.Debate.Evidence;

/// <summary>A passage that may be shown.</summary>
public sealed record EvidenceCandidate
{
    /// <summary>The document's id.</summary>
    public required string EvidenceId { get; init; }

    /// <summary>Which part of the document it is, from 0.</summary>
    public required int Part { get; init; }

    /// <summary>Title and words, as far as the models take them.</summary>
    public required string Text { get; init; }
}
