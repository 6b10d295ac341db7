namespace Workflows.Shared.PullRequestReview;

/// <summary>A finding of one review task (F1 to F4) on one file, located by code, before synthesis and validation.</summary>
public sealed record CandidateFinding
{
    /// <summary>How much its finder says it matters.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>The kind of trouble.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong and when it shows.</summary>
    public required string Message { get; init; }

    /// <summary>The line the locator found, from 1 on <see cref="Side"/>; null when it found none.</summary>
    public int? Line { get; init; }

    /// <summary>The last line when the finding spans several.</summary>
    public int? EndLine { get; init; }

    /// <summary>The side on which <see cref="Line"/> counts; null when there is no line.</summary>
    public DiffSide? Side { get; init; }

    /// <summary>The quoted line.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What to do instead, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The models that found it.</summary>
    public IReadOnlyList<string> FoundBy { get; init; } = [];
}
