namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>The answer of P2 (<c>review_summary</c>).</summary>
public sealed record ReviewSummaryAnswer
{
    /// <summary>One line.</summary>
    public required string Headline { get; init; }

    /// <summary>A paragraph.</summary>
    public required string Summary { get; init; }

    /// <summary>How risky merging is.</summary>
    public ReviewRisk Risk { get; init; }
}
