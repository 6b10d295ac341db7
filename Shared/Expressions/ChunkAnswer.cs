namespace Workflows.Shared.Expressions;

/// <summary>What a model answers about a chunk.</summary>
/// <param name="Expressions">The expressions, the most useful first.</param>
public sealed record ChunkAnswer(IReadOnlyList<ChunkExpression> Expressions);
