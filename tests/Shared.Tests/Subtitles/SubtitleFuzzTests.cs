using System.Text;
using Workflows.Shared.Subtitles;
using Workflows.Shared.Subtitles.Reading;

namespace Workflows.Shared.Tests.Subtitles;

public sealed class SubtitleFuzzTests
{
    private const int Files = 10_000;

    [Fact]
    public void Ten_thousand_mutated_files_are_read_or_refused_and_times_stay_ordered_and_inside()
    {
        Random random = new(20261120);
        byte[][] samples = [.. MutatedSubtitles.Samples()];
        int refused = 0;
        for (int i = 0; i < Files; i++)
        {
            byte[] file = MutatedSubtitles.Of(samples[i % samples.Length], random);
            try
            {
                SubtitleTrack track = SubtitleReader.Read(file);
                AssertOrdered(track);
                AssertOfTheFile(track, file);
            }
            catch (InvalidSubtitlesException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 0, Files / 4);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("{\\")]
    [InlineData("<i>")]
    [InlineData("&")]
    [InlineData("- ")]
    [InlineData("-->")]
    [InlineData("-->\n")]
    [InlineData("1\n")]
    [InlineData("A:")]
    [InlineData("0")]
    [InlineData("00:00:01,000 --> ")]
    [InlineData("\r")]
    [InlineData("[")]
    [InlineData("[{\"")]
    public void A_hostile_file_of_megabytes_is_read_or_refused(string piece)
    {
        string text = "1\n00:00:01,000 --> 00:00:02,000\nHello\n" + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));

        foreach (string one in new[] { text, "WEBVTT\n\n" + text, text[40..] })
        {
            try
            {
                AssertOrdered(SubtitleReader.Read(Encoding.UTF8.GetBytes(one)));
            }
            catch (InvalidSubtitlesException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    private static void AssertOrdered(SubtitleTrack track)
    {
        TimeSpan before = TimeSpan.Zero;
        TimeSpan end = track.End;
        for (int i = 0; i < track.Cues.Count; i++)
        {
            SubtitleCue cue = track.Cues[i];
            Assert.True(cue.Number == i + 1 && before <= cue.Start && cue.Start <= cue.End && cue.End <= end && end < SubtitleTime.Longest, cue.ToString());
            Assert.True(cue.Text.Length > 0 && cue.Text.Trim() == cue.Text && !cue.Text.Contains('\n', StringComparison.Ordinal) && cue.Speaker != "");
            before = cue.Start;
        }
    }

    /// <summary>Every time is one that is written in the file; an end that is not, stands at most a second behind the start and before the file's last time.</summary>
    private static void AssertOfTheFile(SubtitleTrack track, byte[] file)
    {
        if (track.Format == SubtitleFormat.Segments)
        {
            return;
        }

        HashSet<TimeSpan> times = TimesIn(SubtitleEncoding.Decode(file, new RepairCounts()).Text);
        TimeSpan last = times.Max();
        Assert.All(track.Cues, cue => Assert.True(
            times.Contains(cue.Start) && cue.End <= last && (times.Contains(cue.End) || cue.End - cue.Start <= TimeSpan.FromSeconds(1)),
            $"{cue} of a file with {string.Join(' ', times)}"));
    }

    private static HashSet<TimeSpan> TimesIn(string text)
    {
        HashSet<TimeSpan> times = [];
        foreach (string line in text.Split(['\r', '\n']))
        {
            for (int at = 0; at < line.Length; at++)
            {
                if (char.IsAsciiDigit(line[at]) && (at == 0 || !char.IsAsciiDigit(line[at - 1])) && new TimeScan(line.AsSpan(at)).Time() is { } time)
                {
                    bool isNegative = at > 0 && (line[at - 1] is '-' or '\u2212');
                    times.Add(time.Value);
                    times.Add(isNegative ? TimeSpan.Zero : time.Value);
                }
            }
        }

        return times;
    }
}
