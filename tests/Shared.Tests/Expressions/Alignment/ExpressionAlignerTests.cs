using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Expressions.Alignment;
using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Subtitles;
using Workflows.Shared.Tests.Subtitles;

namespace Workflows.Shared.Tests.Expressions.Alignment;

public sealed class ExpressionAlignerTests
{
    private static readonly string[] Pieces = ["give", "it", "up", "one's", "someone", "'s", "'", "-", "to", "the", "가다", "보", "気になる", "not", "xyz", "!", " ", "😀"];

    [Theory]
    [InlineData("had better get going", "5-5 exact")]
    [InlineData("miss the boat", "6-6 exact")]
    [InlineData("GET YOUR HOPES UP!", "7-7 exact")]
    [InlineData("“they’re on the kitchen table”", "4-4 exact")]
    [InlineData("then we had better get going or we'll miss the boat", "5-6 exact")]
    [InlineData("usually", "9-9 exact")]
    [InlineData("look forward to", "2-2 inflected")]
    [InlineData("to look forward to something", "2-2 inflected")]
    [InlineData("get one's hopes up", "7-7 inflected")]
    [InlineData("be running late", "9-9 inflected")]
    [InlineData("be looking forward to something", "2-2 inflected")]
    [InlineData("be up to it", "not found")]
    [InlineData("do not get your hopes up", "7-7 inflected")]
    [InlineData("pick up", "4-4 separated")]
    [InlineData("pick something up", "4-4 inflected")]
    [InlineData("call it a day and come back", "10-10 exact")]
    [InlineData("give up", "11-11 inflected")]
    [InlineData("give it up", "12-12 inflected")]
    [InlineData("do it twice", "12-12 exact")]
    [InlineData("gave it up once he won't do it twice", "12-12 exact")]
    [InlineData("we will miss the boat", "6-6 inflected")]
    public void An_english_expression_is_found(string expression, string place) => Assert.Equal(place, Found(SampleSubtitles.English, expression));

    [Theory]
    [InlineData("손꼽아 기다렸어", "2-2 exact")]
    [InlineData("손꼽아 기다리다", "2-2 inflected")]
    [InlineData("눈치 보지 말고", "4-4 exact")]
    [InlineData("눈치를 보다", "4-4 inflected")]
    [InlineData("기대하다", "5-5 inflected")]
    [InlineData("파도가높아", "5-5 exact")]
    [InlineData("배를 놓치다", "6-6 separated")]
    [InlineData("이번에도 배를 놓치면 어떡하지", "6-6 exact")]
    [InlineData("표를 챙기다", "3-3 separated")]
    public void A_korean_expression_is_found(string expression, string place) => Assert.Equal(place, Found(SampleSubtitles.Korean, expression));

    [Theory]
    [InlineData("楽しみにしていた", "2-2 exact")]
    [InlineData("気になる", "3-3 inflected")]
    [InlineData("あきらめる", "4-4 exact")]
    [InlineData("六時に出る", "1-1 exact")]
    public void A_japanese_expression_is_found(string expression, string place) => Assert.Equal(place, Found(SampleSubtitles.Japanese, expression));

    [Theory]
    [InlineData("break the ice", TimingMiss.NotFound)]
    [InlineData("going or", TimingMiss.NotFound)]
    [InlineData("table then", TimingMiss.NotFound)]
    [InlineData("call back", TimingMiss.NotFound)]
    [InlineData("담배", TimingMiss.NotFound)]
    [InlineData("someone", TimingMiss.NotFound)]
    [InlineData("…!", TimingMiss.NoWords)]
    [InlineData("", TimingMiss.NoWords)]
    public void What_is_not_said_has_no_time_and_a_reason(string expression, TimingMiss miss)
    {
        (ExpressionTiming? timing, TimingMiss? why) = new ExpressionAligner(Chunk(SampleSubtitles.English.Replace("or we'll", "and we'll", StringComparison.Ordinal))).Find(expression, []);

        Assert.Null(timing);
        Assert.Equal(miss, why);
    }

    [Theory]
    [InlineData("get it", "", 1, 2)]
    [InlineData("get it", "3", 3, 2)]
    [InlineData("get it", "2", 2, 1)]
    [InlineData("get it", "99 -1", 1, 2)]
    [InlineData("pull off", "2", 4, 1)]
    public void Of_several_places_the_named_one_counts_else_the_first(string expression, string lines, int cue, int places)
    {
        SubtitleTrack track = SampleTracks.At((0, "Get it?"), (3, "I got it, I pulled it off."), (6, "Get it!"), (9, "Pull off here."));
        ExpressionAligner aligner = new(SubtitleChunks.Of(track, 5_000)[0]);

        ExpressionTiming timing = aligner.Find(expression, [.. lines.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]).Timing!;

        Assert.Equal((cue, cue, places), (timing.FirstCue, timing.LastCue, timing.Places));
    }

    [Fact]
    public void Its_time_is_from_the_first_cue_to_the_last_to_disappear()
    {
        ExpressionTiming timing = new ExpressionAligner(Chunk(SampleSubtitles.English)).Find("back tomorrow. No, I'm not giving up", []).Timing!;

        Assert.Equal((10, 11, TimeSpan.FromMilliseconds(45_700), TimeSpan.FromMilliseconds(50_900)), (timing.FirstCue, timing.LastCue, timing.Start, timing.End));
    }

    [Fact]
    public void Any_expression_is_found_inside_its_chunk_or_not_at_all() =>
        Check.QuickThrowOnFailure(Prop.ForAll(SampleTracks.Any, Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary(), (track, expression) =>
        {
            return SubtitleChunks.Of(track, 500).All(chunk =>
            {
                (ExpressionTiming? timing, TimingMiss? miss) = new ExpressionAligner(chunk).Find(expression, [chunk.Cues[^1].Number]);
                return timing is null
                    ? miss is not null
                    : miss is null && chunk.Start <= timing.Start && timing.Start <= timing.End && timing.End <= chunk.End && timing.FirstCue <= timing.LastCue && timing.Places > 0;
            });
        }));

    [Fact]
    public void What_is_said_in_a_cue_is_found_in_it() =>
        Check.QuickThrowOnFailure(Prop.ForAll(SampleTracks.Any, track =>
            SubtitleChunks.Of(track, 5_000).All(chunk => chunk.Cues.Where(cue => cue.Text.Length <= ExpressionAligner.LongestExpression).All(cue => new ExpressionAligner(chunk).Find(cue.Text, [cue.Number]).Timing is { Match: TimingMatch.Exact } timing && timing.FirstCue <= cue.Number && cue.Number <= timing.LastCue))));

    [Fact]
    public void Hostile_text_takes_no_longer_than_other_text()
    {
        SubtitleTrack track = SampleTracks.At((0, string.Concat(Enumerable.Repeat("it ", 16_000))));
        ExpressionAligner aligner = new(SubtitleChunks.Of(track, 50_000)[0]);

        Assert.Null(aligner.Find(string.Concat(Enumerable.Repeat("it someone ", 30)) + "a zebra", []).Timing);
        Assert.Null(aligner.Find("it " + string.Concat(Enumerable.Repeat("someone ", 30)) + "zebra", []).Timing);
    }

    private static string Found(string subtitles, string expression) =>
        new ExpressionAligner(Chunk(subtitles)).Find(expression, []) is { Timing: { } timing } ? $"{timing.FirstCue}-{timing.LastCue} {timing.Match.ToString().ToLowerInvariant()}" : "not found";

    private static SubtitleChunk Chunk(string subtitles) => Assert.Single(SubtitleChunks.Of(SubtitleReader.Read(subtitles), 5_000));
}
