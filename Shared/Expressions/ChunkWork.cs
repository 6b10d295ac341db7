namespace Workflows.Shared.Expressions;

/// <summary>An answer about a chunk, to be read with the chunk beside it.</summary>
public sealed record ChunkWork
{
    /// <summary>The analysis' folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The chunk's number.</summary>
    public required int Chunk { get; init; }

    /// <summary>The model's answer, valid by its schema.</summary>
    public required string Answer { get; init; }

    /// <summary>The options.</summary>
    public required ExpressionOptions Options { get; init; }
}
