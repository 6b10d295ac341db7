namespace Workflows.Shared.Expressions;

/// <summary>What a batch tells its parent.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Outcome">What became of one of its chunks.</param>
public sealed record ChunkEnd(int Batch, ChunkOutcome Outcome);
