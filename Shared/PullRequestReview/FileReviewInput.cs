using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Shared.PullRequestReview;

/// <summary>What the review of one file is given.</summary>
public sealed record FileReviewInput
{
    /// <summary>The file.</summary>
    public required PlannedFile File { get; init; }

    /// <summary>What the change is for; null when nobody could say.</summary>
    public RefinedDescription? Intent { get; init; }

    /// <summary>The team's rules, one per line; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>When the file's work must have ended, UTC.</summary>
    public required DateTime Deadline { get; init; }

    /// <summary>When the piece of work began, UTC: orders it among others in the fleet.</summary>
    public required DateTime WorkStamp { get; init; }

    /// <summary>The budgets.</summary>
    public required ReviewBudgets Budgets { get; init; }
}
