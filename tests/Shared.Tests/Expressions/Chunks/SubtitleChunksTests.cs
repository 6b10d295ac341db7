using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Tests.Expressions.Chunks;

public sealed class SubtitleChunksTests
{
    [Fact]
    public void Cues_that_fit_are_one_chunk_and_shown_with_their_numbers()
    {
        SubtitleChunk chunk = Assert.Single(SubtitleChunks.Of(SubtitleReader.Read("[{\"start\":1,\"end\":2,\"text\":\"ANN: Hi.\"},{\"start\":2,\"end\":3,\"text\":\"Oh.\"}]"), 500));

        Assert.Equal((1, false, "[1] ANN: Hi.\n[2] Oh."), (chunk.Number, chunk.IsCut, chunk.Text));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)), (chunk.Start, chunk.End));
    }

    [Theory]
    [InlineData("no end|no end|no end|no end", "0 2 4 16", 3)]
    [InlineData("no end|no end|no end|An end.", "0 2 9 11", 2)]
    [InlineData("no end|no end|An end.|no end", "0 2 4 6", 3)]
    [InlineData("no end|An end.|no end|no end", "0 2 4 6", 2)]
    [InlineData("no end|no end|no end|no end", "0 2 5 7", 2)]
    [InlineData("no end|no end|no end|no end", "0 2 4 6", 3)]
    public void A_chunk_ends_at_a_silence_else_at_a_sentence_else_at_a_pause(string texts, string seconds, int cues)
    {
        string padding = new('x', 50);
        (int, string)[] all = [.. seconds.Split(' ').Zip(texts.Split('|'), (second, text) => (int.Parse(second, System.Globalization.CultureInfo.InvariantCulture), $"{padding} {text}"))];

        Assert.Equal(cues, SubtitleChunks.Of(SampleTracks.At(all), 200)[0].Cues.Count);
    }

    [Fact]
    public void A_cue_that_fits_nowhere_is_alone_and_cut()
    {
        IReadOnlyList<SubtitleChunk> chunks = SubtitleChunks.Of(SampleTracks.At((0, "Before."), (3, new string('x', 990) + "😀😀😀😀😀"), (6, "After.")), 500);

        Assert.Equal([false, true, false], chunks.Select(chunk => chunk.IsCut));
        Assert.InRange(chunks[1].Text.Length, 499, 500);
        Assert.EndsWith("…", chunks[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cue_is_in_exactly_one_chunk_in_order_and_no_chunk_is_too_long() =>
        Check.QuickThrowOnFailure(Prop.ForAll(SampleTracks.Any, Gen.Choose(200, 1_000).ToArbitrary(), (track, longest) =>
        {
            IReadOnlyList<SubtitleChunk> chunks = SubtitleChunks.Of(track, longest);
            return chunks.SelectMany(chunk => chunk.Cues).Select(cue => cue.Number).SequenceEqual(track.Cues.Select(cue => cue.Number))
                && chunks.Select(chunk => chunk.Number).SequenceEqual(Enumerable.Range(1, chunks.Count))
                && chunks.All(chunk => chunk.Cues.Count > 0 && chunk.Text.Length <= longest && (!chunk.IsCut || chunk.Cues.Count == 1))
                && chunks.Where(chunk => !chunk.IsCut).SelectMany(chunk => chunk.Cues).All(cue => track.Cues[cue.Number - 1] == cue)
                && chunks.Select(chunk => chunk.Text).SequenceEqual(SubtitleChunks.Of(track, longest).Select(chunk => chunk.Text));
        }));
}
