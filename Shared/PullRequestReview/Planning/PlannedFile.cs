using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Planning;

/// <summary>One file of the diff and what the review does with it.</summary>
public sealed record PlannedFile
{
    /// <summary>Its place in the diff, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The file; without its hunks when it is skipped.</summary>
    public required DiffFile Diff { get; init; }

    /// <summary>Why it is not reviewed; null when it is.</summary>
    public string? SkipReason { get; init; }

    /// <summary>The text that models see; empty when it is skipped.</summary>
    public string Shown { get; init; } = "";

    /// <summary>Estimated tokens of <see cref="Shown"/>.</summary>
    public int Tokens { get; init; }

    /// <summary>What of the file is not shown because it is too long, in words; null when all is.</summary>
    public string? Omitted { get; init; }

    /// <summary>What a reader must know of it although it is reviewed; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>True when models look at it.</summary>
    public bool IsReviewed => SkipReason is null;
}
