namespace Workflows.Shared.Debate.Evidence;

/// <summary>A part of a document that is shown to the personas.</summary>
public sealed record EvidencePassage
{
    /// <summary>The document's id.</summary>
    public required string EvidenceId { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>Which part of the document it is, from 0.</summary>
    public required int Part { get; init; }

    /// <summary>The words, as the document has them.</summary>
    public required string Text { get; init; }
}
