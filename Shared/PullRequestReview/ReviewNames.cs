namespace Workflows.Shared.PullRequestReview;

/// <summary>Names by which the parts of the review find each other.</summary>
public static class ReviewNames
{
    /// <summary>The orchestration of a whole review: input <see cref="ReviewRequest"/>, output <see cref="ReviewReport"/>.</summary>
    public const string Orchestrator = "PullRequestReview";
}
