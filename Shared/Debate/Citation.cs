namespace Workflows.Shared.Debate;

/// <summary>What a claim rests on.</summary>
public sealed record Citation
{
    /// <summary>The document's id.</summary>
    public required string EvidenceId { get; init; }

    /// <summary>The words of the document.</summary>
    public required string Quote { get; init; }
}
