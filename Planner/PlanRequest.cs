using Workflows.Planner.Running;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Planner;

/// <summary>A review to plan.</summary>
public sealed record PlanRequest
{
    /// <summary>The most files: what one review takes.</summary>
    public const int MaxFiles = ReviewPlanner.MaxFiles;

    /// <summary>How many files it has.</summary>
    public required int Files { get; init; }

    /// <summary>The models.</summary>
    public PlanProfile Profile { get; init; } = PlanProfile.Documents;

    /// <summary>The pull request's budget; null lifts it, and with it the file's.</summary>
    public TimeSpan? Budget { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>The budget of a file.</summary>
    public TimeSpan FileBudget { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Whether the team has rules, so that every file is asked F4.</summary>
    public bool HasRules { get; init; } = true;

    /// <summary>The seed of all draws.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>What else happens while the review runs, arranged before it starts.</summary>
    public Func<VirtualApp, Task>? Meanwhile { get; init; }
}
