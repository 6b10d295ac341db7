using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Alignment;
using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Subtitles;
using Workflows.Shared.Tests.Subtitles;

namespace Workflows.Shared.Tests.Expressions;

public sealed class ChunkReadingTests
{
    private static readonly SubtitleChunk Chunk = SubtitleChunks.Of(SubtitleReader.Read(SampleSubtitles.English), 5_000)[0];

    [Fact]
    public void Times_and_context_come_from_the_subtitles()
    {
        FoundExpression found = Assert.Single(Read(Answer(" call it\na day ", 9, 10, 77)));

        Assert.Equal("call it a day", found.Expression);
        Assert.Equal((10, 10, TimingMatch.Exact), (found.Timing!.FirstCue, found.Timing.LastCue, found.Timing.Match));
        Assert.Equal([Chunk.Cues[8].Text, Chunk.Cues[9].Text], found.ContextLines);
        Assert.Equal(["pack it in"], found.Similar);
        Assert.Null(found.TimingReason);
    }

    [Fact]
    public void Lines_that_are_named_wrongly_are_not_shown() => Assert.Equal([Chunk.Cues[9].Text], Read(Answer("call it a day", 1, 2))[0].ContextLines);

    [Fact]
    public void What_is_not_said_stays_without_time_and_with_a_reason()
    {
        FoundExpression found = Assert.Single(Read(Answer("break the ice", 3)));

        Assert.Equal((null, TimingMiss.NotFound), (found.Timing, found.TimingReason));
        Assert.Equal([Chunk.Cues[2].Text], found.ContextLines);
    }

    [Fact]
    public void No_more_count_than_the_options_allow_and_none_twice() =>
        Assert.Equal(["give up", "pick up", "run late"], Read(Answer("give up"), Answer("…"), Answer("giving up"), Answer("pick up"), Answer("run late"), Answer("call it a day")).Select(one => one.Expression));

    private static IReadOnlyList<FoundExpression> Read(params ChunkExpression[] answer) => ChunkReading.Of(Chunk, new ChunkAnswer(answer), new ExpressionOptions());

    private static ChunkExpression Answer(string expression, params int[] lines) => new(expression, "t", "m", "u", ["pack it in", "pack it in", " "], lines);
}
