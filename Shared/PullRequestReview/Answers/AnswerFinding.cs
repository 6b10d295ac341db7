namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>One finding as a model states it; its line is a claim that code still has to check.</summary>
public record AnswerFinding
{
    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The kind of trouble.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong and when it shows.</summary>
    public required string Message { get; init; }

    /// <summary>The claimed line on <see cref="Side"/>; 0 when the model gives none.</summary>
    public int Line { get; init; }

    /// <summary>The claimed last line, or null.</summary>
    public int? EndLine { get; init; }

    /// <summary>The claimed side.</summary>
    public DiffSide Side { get; init; }

    /// <summary>The quoted line by which code finds the place.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What to do instead, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }
}
