namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>A finding of F6, with the file in which its line stands.</summary>
public sealed record CrossFileAnswerFinding : AnswerFinding
{
    /// <summary>The claimed path; code checks that the diff has it.</summary>
    public required string Path { get; init; }
}
