namespace Workflows.Shared.PullRequestReview.Planning;

/// <summary>What a review does: its files, and the text of all of them together for the tasks that look across files.</summary>
public sealed record ReviewPlan
{
    /// <summary>Every file of the diff, in its order.</summary>
    public required IReadOnlyList<PlannedFile> Files { get; init; }

    /// <summary>The reviewed files' diffs, one after another, as far as they fit into <see cref="ReviewPlanner.OverviewTokens"/>.</summary>
    public string Overview { get; init; } = "";

    /// <summary>Reviewed files that <see cref="Overview"/> does not show.</summary>
    public IReadOnlyList<string> NotInOverview { get; init; } = [];

    /// <summary>The budgets that hold for this review, to its end.</summary>
    public ReviewBudgets Budgets { get; init; } = new();

    /// <summary>The files that models look at.</summary>
    public IEnumerable<PlannedFile> Reviewed => Files.Where(file => file.IsReviewed);
}
