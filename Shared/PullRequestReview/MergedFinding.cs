namespace Workflows.Shared.PullRequestReview;

/// <summary>One finding after synthesis, and the candidates it stands for.</summary>
public sealed record MergedFinding
{
    /// <summary>Indices of its candidates, ascending, never empty.</summary>
    public required IReadOnlyList<int> From { get; init; }

    /// <summary>The finding; its place and quotation are those of one of the candidates.</summary>
    public required CandidateFinding Finding { get; init; }
}
