namespace Workflows.Shared.Debate.Evidence;

/// <summary>The part of the evidence that is compared with the goal by embeddings before the personas' passages are chosen.</summary>
public sealed record EvidenceComparison
{
    /// <summary>The catalogue's task.</summary>
    public required string Task { get; init; }

    /// <summary>The goal, and the plan where there is one, as far as the models take it.</summary>
    public required string Question { get; init; }

    /// <summary>The passages that rank highest by their words.</summary>
    public required IReadOnlyList<EvidenceCandidate> Candidates { get; init; }

    /// <summary>How many tokens there is room for.</summary>
    public required int MaxTokens { get; init; }
}
