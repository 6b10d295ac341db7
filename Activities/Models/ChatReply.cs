namespace Workflows.Activities.Models;

/// <summary>What a chat completion says, as far as it concerns us.</summary>
internal sealed record ChatReply
{
    public string? Content { get; init; }

    public string? Reasoning { get; init; }

    public string? FinishReason { get; init; }

    public string? Model { get; init; }

    public bool IsSimulated { get; init; }

    /// <summary>As the server counted; null when it did not say or said nonsense.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>As the server counted; null when it did not say or said nonsense.</summary>
    public int? CompletionTokens { get; init; }
}
