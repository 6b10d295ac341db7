using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Tests.Subtitles;

public sealed class SubtitleRepairTests
{
    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nA.\n\n2\n00:00:03,000 --> 00:00:04,000\nB.\n", "A. 1000-2000|B. 3000-4000", "")]
    [InlineData("1\r\n00:00:01.000 --> 00:00:02.000\r\nA.\r\n2\r\n00:00:03.000 --> 00:00:04.000\r\nB.", "A. 1000-2000|B. 3000-4000", "")]
    [InlineData("1\r0:0:1,0 --> 0:0:2,0\rA.\r\r2\r0:0:3 --> 0:0:4\rB.", "A. 1000-2000|B. 3000-4000", "")]
    [InlineData("1\n\n00:00:01,000 --> 00:00:02,000\n\nA.\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nB.\n", "A. 1000-2000|B. 3000-4000", "")]
    [InlineData("00:00:01,000 --> 00:00:02,000\nA.\n\n00:00:03,000 --> 00:00:04,000\nB.\n", "A. 1000-2000|B. 3000-4000", "MissingNumber 2")]
    [InlineData("7\n00:00:01,000 --> 00:00:02,000\nA.\n\n7\n00:00:03,000 --> 00:00:04,000\nB.\n", "A. 1000-2000|B. 3000-4000", "WrongNumber 1")]
    [InlineData("1\n00:01,000 --> 00:02,000\nA.", "A. 1000-2000", "MissingHours 1")]
    [InlineData("1\n00:00:01:500 -> 00:00:02:25\nA.", "A. 1500-2250", "")]
    [InlineData("1\n00 : 00 : 01 , 500 - -> 00: 00: 02, 5\nA.", "A. 1500-2500", "")]
    [InlineData("1\n00:00:01,500 --&gt; 00:00:02,000\nA.", "A. 1500-2000", "")]
    [InlineData("1\n00:00:01,500 → 00:00:02,000 X1:100 X2:200\nA.", "A. 1500-2000", "")]
    [InlineData("1\n00:00:03,000 --> 00:00:01,000\nA.\n\n2\n00:00:03,400 --> 00:00:05,000\nB.", "A. 3000-3400|B. 3400-5000", "ReversedTimes 1, ZeroLength 1")]
    [InlineData("1\n00:00:03,000 --> 00:00:03,000\nA.\n\n2\n00:00:09,000 --> 00:00:09,000\nB.", "A. 3000-4000|B. 9000-9000", "ZeroLength 2")]
    [InlineData("1\n00:00:03,000 --> 00:0x:04,000\nA.\n\n2\n00:00:03,400 --> 00:00:05,000\nB.", "A. 3000-3400|B. 3400-5000", "ZeroLength 1")]
    [InlineData("1\n-00:00:03,000 --> 00:00:01,000\nA.", "A. 0-1000", "NegativeTime 1")]
    [InlineData("1\n00:00:0x,000 --> 00:00:01,000\nA.\n\n2\n00:00:03,000 --> 00:00:05,000\nB.", "B. 3000-5000", "UnreadableTime 1")]
    [InlineData("1\n999:00:00,000 --> 999:00:01,000\nA.\n\n2\n00:00:03,000 --> 00:00:05,000\nB.", "B. 3000-5000", "UnreadableTime 1")]
    [InlineData("1\n00:00:03,000 --> 00:00:05,000\nB.\n\n2\n00:00:01,000 --> 00:00:02,000\nA.", "A. 1000-2000|B. 3000-5000", "Reordered 1")]
    [InlineData("1\n00:00:01,000 --> 00:00:05,000\nA.\n\n2\n00:00:03,000 --> 00:00:04,000\nB.", "A. 1000-5000|B. 3000-4000", "Overlapping 1")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n\n\n2\n00:00:03,000 --> 00:00:04,000\nB.", "B. 3000-4000", "EmptyCue 1")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nA.\n\n2\n00:00:01,000 --> 00:00:02,000\nA.", "A. 1000-2000", "DuplicateCue 1")]
    [InlineData("Subtitles by nobody\n\n1\n00:00:01,000 --> 00:00:02,000\nA.", "A. 1000-2000", "LineOutsideCues 1")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nA.\n\nlost\nlines\n\nb\n00:03.000 --> 00:04.000\nB.", "A. 1000-2000|B. 3000-4000", "LineOutsideCues 2")]
    [InlineData("\uFEFF00:00:01,000 --> 00:00:02,000\nA.", "A. 1000-2000", "MissingNumber 1")]
    public void What_is_found_is_put_right_and_noted(string text, string cues, string notes)
    {
        SubtitleTrack track = SubtitleReader.Read(text);

        Assert.Equal(cues, string.Join('|', track.Cues.Select(cue => $"{cue.Text} {cue.Start.TotalMilliseconds}-{cue.End.TotalMilliseconds}")));
        Assert.Equal(notes, string.Join(", ", track.Notes.Select(note => $"{note.Kind} {note.Count}")));
    }

    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:03,000 --> 00:00:04,000\nB.", "42|B.")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nTen.\n9\n\n2\n00:00:03,000 --> 00:00:04,000\nB.", "Ten. 9|B.")]
    [InlineData("00:00:01,000 --> 00:00:02,000\n42\n00:00:03,000 --> 00:00:04,000\nB.", "42|B.")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nA.\n\nStill A.\n\n2\n00:00:03,000 --> 00:00:04,000\nB.", "A. Still A.|B.")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nFrom 5 -> 6.\n5 -> 6\n", "From 5 -> 6. 5 -> 6")]
    public void What_is_said_is_not_taken_for_a_number_or_a_time(string text, string cues) =>
        Assert.Equal(cues, string.Join('|', SubtitleReader.Read(text).Cues.Select(cue => cue.Text)));

    [Fact]
    public void A_cue_as_long_as_a_book_is_cut()
    {
        SubtitleTrack track = SubtitleReader.Read("1\n00:00:01,000 --> 00:00:02,000\n" + string.Concat(Enumerable.Repeat("😀", 6_000)));

        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 5_000)), Assert.Single(track.Cues).Text);
        Assert.Equal([new SubtitleNote(SubtitleRepair.LongCue, 1)], track.Notes);
    }

    [Fact]
    public void What_rolls_up_is_said_once()
    {
        const string Captions = """
            WEBVTT

            00:00:00.000 --> 00:00:02.000
            so<00:00:01.000><c> here</c> we are

            00:00:02.000 --> 00:00:02.010
            so here we are

            00:00:02.010 --> 00:00:04.000
            so here we are
            at<00:00:03.000><c> the</c> harbour

            00:00:04.000 --> 00:00:04.010
            at the harbour

            00:00:04.010 --> 00:00:06.000
            at the harbour
            again
            """;

        SubtitleTrack track = SubtitleReader.Read(Captions);

        Assert.Equal(["so here we are 0-2010", "at the harbour 2010-4010", "again 4010-6000"], track.Cues.Select(cue => $"{cue.Text} {cue.Start.TotalMilliseconds}-{cue.End.TotalMilliseconds}"));
        Assert.Equal([new SubtitleNote(SubtitleRepair.RepeatedLine, 4)], track.Notes);
    }

    [Fact]
    public void Who_repeats_himself_once_is_heard_twice() =>
        Assert.Equal(["Yes.", "Yes.", "Yes. Yes!"], SubtitleReader.Read("""[{"start":1,"end":2,"text":"Yes."},{"start":2,"end":3,"text":"Yes."},{"start":3,"end":4,"text":"Yes. Yes!"}]""").Cues.Select(cue => cue.Text));
}
