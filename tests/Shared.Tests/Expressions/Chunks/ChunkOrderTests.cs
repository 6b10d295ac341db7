using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Chunks;

namespace Workflows.Shared.Tests.Expressions.Chunks;

public sealed class ChunkOrderTests
{
    private static readonly IReadOnlyList<SubtitleChunk> Chunks = [Chunk(1, 5), Chunk(2, 9), Chunk(3, 5), Chunk(4, 7), Chunk(5, 20)];

    [Theory]
    [InlineData(null, "5 2 4 1 3")]
    [InlineData(1, "1 2 3 4 5")]
    [InlineData(4, "2 1 3 4 5")]
    [InlineData(12, "2 4 1 3 5")]
    [InlineData(1_000, "5 2 4 1 3")]
    public void Larger_chunks_go_first_of_those_that_are_needed(int? most, string order) =>
        Assert.Equal(order, string.Join(' ', ChunkOrder.Of(Chunks, new ExpressionOptions { MaxExpressions = most }).Select(chunk => chunk.Number)));

    private static SubtitleChunk Chunk(int number, int length) => new() { Number = number, Cues = SampleTracks.At((number, new string('x', length))).Cues };
}
