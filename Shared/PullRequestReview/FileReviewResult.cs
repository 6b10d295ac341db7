namespace Workflows.Shared.PullRequestReview;

/// <summary>What the review of one file brings back.</summary>
public sealed record FileReviewResult
{
    /// <summary>The file's part of the report.</summary>
    public required FileReport Report { get; init; }

    /// <summary>What was not done, one statement each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Calls by model.</summary>
    public IReadOnlyList<ModelUsage> Usage { get; init; } = [];

    /// <summary>True when any answer came from the simulator.</summary>
    public bool Simulated { get; init; }
}
