using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Alignment;
using static Workflows.Shared.Tests.Expressions.SampleExpressions;

namespace Workflows.Shared.Tests.Expressions;

public sealed class ExpressionNoteTests
{
    [Fact]
    public void A_report_tells_how_it_ended_and_how_the_times_of_its_expressions_were_found()
    {
        FoundExpression timed = Found("give up", second: 3);
        ExpressionNote note = ExpressionNote.Of(Report(
            timed,
            timed with { Timing = timed.Timing! with { Match = TimingMatch.Inflected } },
            timed with { Timing = timed.Timing! with { Match = TimingMatch.Separated } },
            Found("look up"),
            Found("look down"),
            Found("?") with { TimingReason = TimingMiss.NoWords }));

        Assert.Equal(ExpressionStatus.Partial, note.Ended);
        Assert.Equal(new Dictionary<string, int> { ["exact"] = 1, ["inflected"] = 1, ["separated"] = 1, ["not_found"] = 2, ["no_words"] = 1 }, note.Kept);
    }

    [Fact]
    public void Without_a_report_the_analysis_failed()
    {
        ExpressionNote note = ExpressionNote.Of(null);

        Assert.Equal((ExpressionStatus.Failed, 0), (note.Ended, note.Kept.Count));
    }

    private static ExpressionReport Report(params FoundExpression[] expressions) => new()
    {
        Status = ExpressionStatus.Partial,
        Options = new ExpressionOptions(),
        Subtitles = SubtitleFacts.Of(SampleTracks.At((1, "Hi."))),
        Chunks = 1,
        CountedChunks = 1,
        Workers = 1,
        Expressions = expressions,
        Seconds = 1,
    };
}
