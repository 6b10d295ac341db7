namespace Workflows.Shared.PullRequestReview;

/// <summary>The outcomes of V1 to V4 for one finding.</summary>
public sealed record FindingChecks
{
    /// <summary>V1: title and message say what the code does.</summary>
    public CheckResult Accuracy { get; init; }

    /// <summary>V2: the finding sits where the trouble is.</summary>
    public CheckResult Location { get; init; }

    /// <summary>V3: the suggestion would work.</summary>
    public CheckResult Suggestion { get; init; }

    /// <summary>V4: everything the finding names exists in the diff.</summary>
    public CheckResult Hallucination { get; init; }
}
