namespace Workflows.Shared.Models;

/// <summary>Texts that are to be compared with a question by their embeddings. They are content: they never reach a log.</summary>
public sealed record ModelSimilarity
{
    /// <summary>The most inputs of one request: the question and one less than this of texts.</summary>
    public const int MaxInputs = 64;

    /// <summary>What the texts are compared with; not blank.</summary>
    public required string Question { get; init; }

    /// <summary>The texts, none of them blank.</summary>
    public required IReadOnlyList<string> Texts { get; init; }
}
