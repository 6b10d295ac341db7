namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>One group of candidates as F5 states it.</summary>
public sealed record MergedAnswerFinding
{
    /// <summary>Indices of the candidates that say the same; unknown ones mean nothing.</summary>
    public IReadOnlyList<int> From { get; init; } = [];

    /// <summary>How much the group matters.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The kind of trouble.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong and when it shows.</summary>
    public required string Message { get; init; }

    /// <summary>What to do instead, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }
}
