namespace Workflows.Shared.PullRequestReview;

/// <summary>What a caller hands in to have a pull request reviewed.</summary>
public sealed record ReviewRequest
{
    /// <summary>The unified diff as git printed it; hostile until parsed.</summary>
    public required string Diff { get; init; }

    /// <summary>The pull request's title as its author wrote it, or null when none was given.</summary>
    public string? Title { get; init; }

    /// <summary>The pull request's description as its author wrote it, or null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>The team's own rules, one per line; null or blank when the review has none to check (F4 is then not asked).</summary>
    public string? Rules { get; init; }

    /// <summary>Where the diff came from, for display only: a file name, <c>-</c>, or a repository reference.</summary>
    public string? Source { get; init; }
}
