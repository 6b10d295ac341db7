namespace Workflows.Shared.PullRequestReview;

/// <summary>The time a review may take, at three levels. Requirement R6; the defaults are the source document's.</summary>
public sealed record ReviewBudgets
{
    /// <summary>One task, from send to answer. Default 60 s.</summary>
    public TimeSpan Task { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>One file, counting the time in which at least one of its calls runs. Default 120 s.</summary>
    public TimeSpan File { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The whole pull request, wall time. Default 600 s.</summary>
    public TimeSpan PullRequest { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>
    /// One clear message for each fault: every budget lies between a second and a day, and a smaller level's never exceeds a larger one's.
    /// Empty when all is well.
    /// </summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        CheckRange(nameof(Task), Task);
        CheckRange(nameof(File), File);
        CheckRange(nameof(PullRequest), PullRequest);
        CheckOrder(nameof(Task), Task, nameof(File), File);
        CheckOrder(nameof(File), File, nameof(PullRequest), PullRequest);
        return errors;

        void CheckRange(string name, TimeSpan value)
        {
            if (value < TimeSpan.FromSeconds(1) || value > TimeSpan.FromDays(1))
            {
                errors.Add($"The {name} budget must lie between 1 second and 1 day; it is {value}.");
            }
        }

        void CheckOrder(string smallName, TimeSpan small, string largeName, TimeSpan large)
        {
            if (small > large)
            {
                errors.Add($"The {smallName} budget ({small}) must not exceed the {largeName} budget ({large}).");
            }
        }
    }
}
