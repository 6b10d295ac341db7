using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>What P1 made of the pull request's title and description, with the title its author gave it.</summary>
public sealed record RefinedDescription
{
    /// <summary>The author's own title, untouched; null when none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>What the change is for; empty when P1 did not answer.</summary>
    public string Intent { get; init; } = "";

    /// <summary>What it changes, one statement each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What could go wrong with it.</summary>
    public IReadOnlyList<string> Risks { get; init; } = [];

    /// <summary>What its author should answer.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];
}
