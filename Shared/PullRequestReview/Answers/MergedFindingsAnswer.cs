namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>The answer of F5 (<c>merged_findings</c>).</summary>
public sealed record MergedFindingsAnswer
{
    /// <summary>The groups.</summary>
    public IReadOnlyList<MergedAnswerFinding> Findings { get; init; } = [];
}
