namespace Workflows.Shared.Debate.Evidence;

/// <summary>What the evidence is chosen by once some of it has been compared.</summary>
public sealed record EvidenceSelect
{
    /// <summary>The debate.</summary>
    public required DebateRequest Request { get; init; }

    /// <summary>How many tokens there is room for.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>The passages that were compared; any other counts as 0.</summary>
    public required IReadOnlyList<EvidenceLikeness> Likeness { get; init; }
}
