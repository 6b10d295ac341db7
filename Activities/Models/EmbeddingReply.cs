namespace Workflows.Activities.Models;

/// <summary>What an embeddings reply says, as far as it concerns us; nothing of it has been checked.</summary>
internal sealed record EmbeddingReply
{
    public required IReadOnlyList<Embedding> Data { get; init; }

    public string? Model { get; init; }

    public bool IsSimulated { get; init; }

    /// <summary>As the server counted; null when it did not say or said nonsense.</summary>
    public int? PromptTokens { get; init; }
}
