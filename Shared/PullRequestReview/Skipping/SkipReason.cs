namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>Why a file is not reviewed.</summary>
public sealed record SkipReason
{
    /// <summary>The rule that applies.</summary>
    public required SkipRule Rule { get; init; }

    /// <summary>One sentence for the report; it quotes nothing of the diff.</summary>
    public required string Text { get; init; }
}
