using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.PullRequestReview.Findings;

/// <summary>What the four validations (V1 to V4) said; null for one that did not answer.</summary>
public sealed record FindingVerdicts
{
    /// <summary>V1: does the finding describe the code.</summary>
    public VerdictsAnswer? Accuracy { get; init; }

    /// <summary>V2: does it stand where the trouble is.</summary>
    public VerdictsAnswer? Location { get; init; }

    /// <summary>V3: would its suggestion help.</summary>
    public VerdictsAnswer? Suggestion { get; init; }

    /// <summary>V4: is everything it speaks of really there.</summary>
    public VerdictsAnswer? Hallucination { get; init; }
}
