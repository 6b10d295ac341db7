namespace Workflows.Shared.Expressions.Chunks;

/// <summary>In which order chunks are begun. It has no say in the result.</summary>
public static class ChunkOrder
{
    /// <summary>
    /// Larger chunks first, so that none of them ends long after the others. With a maximum of expressions only the chunks that are needed in any case are ordered so; the others follow in the film's
    /// order, as most of them may turn out not to count.
    /// </summary>
    /// <param name="chunks">The chunks, in the film's order.</param>
    /// <param name="options">The options.</param>
    public static IReadOnlyList<SubtitleChunk> Of(IReadOnlyList<SubtitleChunk> chunks, ExpressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        ArgumentNullException.ThrowIfNull(options);
        int needed = options.MaxExpressions is { } most ? Math.Min(chunks.Count, (most + options.MaxPerChunk - 1) / options.MaxPerChunk) : chunks.Count;
        return [.. chunks.Take(needed).Select(chunk => (Chunk: chunk, chunk.Text.Length)).OrderByDescending(entry => entry.Length).ThenBy(entry => entry.Chunk.Number).Select(entry => entry.Chunk), .. chunks.Skip(needed)];
    }
}
