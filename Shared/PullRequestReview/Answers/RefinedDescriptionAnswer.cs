namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>The answer of P1 (<c>refined_description</c>).</summary>
public sealed record RefinedDescriptionAnswer
{
    /// <summary>What the change is for.</summary>
    public required string Intent { get; init; }

    /// <summary>What it changes, one statement each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What could go wrong with it.</summary>
    public IReadOnlyList<string> Risks { get; init; } = [];

    /// <summary>What its author should answer.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>The answer as the report holds it, with the author's own title.</summary>
    public RefinedDescription WithTitle(string? title) =>
        new() { Title = title, Intent = Intent, Changes = Changes, Risks = Risks, Questions = Questions };
}
