using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>One finding of a <see cref="PromptReport"/>.</summary>
public sealed record PromptReportFinding
{
    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }
}
