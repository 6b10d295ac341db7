namespace Workflows.Shared.PullRequestReview;

/// <summary>What one model was used for during a review.</summary>
public sealed record ModelUsage
{
    /// <summary>The model's name in the catalogue.</summary>
    public required string Model { get; init; }

    /// <summary>Calls sent, repeated ones included.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens of all prompts.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Tokens of all answers.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>Sum of the calls' durations in seconds, from send to answer.</summary>
    public double Seconds { get; init; }
}
