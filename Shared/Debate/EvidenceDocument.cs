namespace Workflows.Shared.Debate;

/// <summary>A document that claims can be held against. Hostile, as all that comes from outside.</summary>
public sealed record EvidenceDocument
{
    /// <summary>Its id, unique among the documents: 1 to 64 letters, digits, '-', '_' and '.'.</summary>
    public required string Id { get; init; }

    /// <summary>Its title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its text.</summary>
    public required string Text { get; init; }
}
