namespace Workflows.Shared.Expressions;

/// <summary>What a model answered about a chunk, word for word.</summary>
/// <param name="Chunk">The chunk's number.</param>
/// <param name="Answer">The answer, as JSON text.</param>
public sealed record RawAnswer(int Chunk, string Answer);
