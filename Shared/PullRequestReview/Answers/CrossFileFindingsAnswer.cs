namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>The answer of F6 (<c>cross_file_findings</c>).</summary>
public sealed record CrossFileFindingsAnswer
{
    /// <summary>What was found; empty when nothing was.</summary>
    public IReadOnlyList<CrossFileAnswerFinding> Findings { get; init; } = [];
}
