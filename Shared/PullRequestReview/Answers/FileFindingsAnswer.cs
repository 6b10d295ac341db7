namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>The answer of F1, F2 and F4 (<c>file_findings</c>), and of F3 (<c>file_findings_reasoned</c>, whose reasoning nobody keeps).</summary>
public sealed record FileFindingsAnswer
{
    /// <summary>What was found; empty when nothing was.</summary>
    public IReadOnlyList<AnswerFinding> Findings { get; init; } = [];
}
