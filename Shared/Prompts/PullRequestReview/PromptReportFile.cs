namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>One file of a <see cref="PromptReport"/>.</summary>
public sealed record PromptReportFile
{
    /// <summary>The file's path.</summary>
    public required string Path { get; init; }

    /// <summary>Its findings.</summary>
    public IReadOnlyList<PromptReportFinding> Findings { get; init; } = [];
}
