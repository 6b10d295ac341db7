using Workflows.Shared.Expressions.Alignment;
using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Subtitles;
using Workflows.Shared.Tests.Subtitles;

namespace Workflows.Shared.Tests.Expressions.Alignment;

public sealed class AlignmentFuzzTests
{
    private const int Files = 2_000;

    private static readonly string[] Expressions = ["look forward to", "pick something up", "give it up", "call it a day", "눈치를 보다", "楽しみにしていた", "Hello", "it never goes out", "1"];

    [Fact]
    public void In_two_thousand_mutated_files_no_time_is_outside_the_film()
    {
        Random random = new(20261121);
        byte[][] samples = [.. MutatedSubtitles.Samples()];
        int found = 0;
        for (int i = 0; i < Files; i++)
        {
            if (Read(MutatedSubtitles.Of(samples[i % samples.Length], random)) is { } track)
            {
                found += SubtitleChunks.Of(track, 400).Sum(chunk => Found(track, chunk));
            }
        }

        Assert.True(found > Files / 2, $"Only {found} expressions were found.");
    }

    private static int Found(SubtitleTrack track, SubtitleChunk chunk)
    {
        ExpressionAligner aligner = new(chunk);
        int found = 0;
        foreach (ExpressionTiming timing in Expressions.Select(expression => aligner.Find(expression, []).Timing).OfType<ExpressionTiming>())
        {
            Assert.True(track.Start <= timing.Start && timing.Start <= timing.End && timing.End <= track.End, timing.ToString());
            found++;
        }

        return found;
    }

    private static SubtitleTrack? Read(byte[] file)
    {
        try
        {
            return SubtitleReader.Read(file);
        }
        catch (InvalidSubtitlesException)
        {
            return null;
        }
    }
}
