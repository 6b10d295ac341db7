namespace Workflows.Shared.Debate;

/// <summary>What is to be debated.</summary>
public sealed record DebateRequest
{
    /// <summary>The question or task; not empty.</summary>
    public required string Goal { get; init; }

    /// <summary>How it is to be gone about, when that is known.</summary>
    public string? Plan { get; init; }

    /// <summary>What else there is to know, such as the conversation before.</summary>
    public string? Context { get; init; }

    /// <summary>1 to 10; null: estimated.</summary>
    public int? Complexity { get; init; }

    /// <summary>What claims must be held against.</summary>
    public IReadOnlyList<EvidenceDocument> Evidence { get; init; } = [];

    /// <summary>How the personas work.</summary>
    public DebateMode Mode { get; init; }
}
