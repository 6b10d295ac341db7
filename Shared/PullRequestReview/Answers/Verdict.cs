namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>What a validation says about one finding.</summary>
public sealed record Verdict
{
    /// <summary>The index the finding had in the question.</summary>
    public int Index { get; init; }

    /// <summary>Whether the finding holds in the respect that was asked about.</summary>
    public bool Ok { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; init; } = "";
}
