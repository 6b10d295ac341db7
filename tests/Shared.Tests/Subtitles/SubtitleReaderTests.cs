using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Tests.Subtitles;

public sealed class SubtitleReaderTests
{
    [Fact]
    public void A_subrip_file_is_read_clean_and_in_order()
    {
        SubtitleTrack track = SubtitleReader.Read(SampleSubtitles.English);

        Assert.Equal((SubtitleFormat.SubRip, null), (track.Format, track.Encoding));
        Assert.Empty(track.Notes);
        Assert.Equal(Enumerable.Range(1, 12), track.Cues.Select(cue => cue.Number));
        Assert.Equal("I've been looking forward to it all winter.", track.Cues[1].Text);
        Assert.Equal(("You said that last year.", "JOHN"), (track.Cues[2].Text, track.Cues[2].Speaker));
        Assert.Equal("- Did you pick the tickets up? - They're on the kitchen table.", track.Cues[3].Text);
        Assert.Equal("Then we had better get going,", track.Cues[4].Text);
        Assert.Equal("Let's call it a day & come back tomorrow.", track.Cues[9].Text);
        Assert.Equal((TimeSpan.FromMilliseconds(4_200), TimeSpan.FromMilliseconds(53_600)), (track.Start, track.End));
    }

    [Fact]
    public void A_webvtt_file_is_read_without_its_notes_styles_and_settings()
    {
        SubtitleTrack track = SubtitleReader.Read(SampleSubtitles.WebVtt);

        Assert.Equal(SubtitleFormat.WebVtt, track.Format);
        Assert.Equal(
            [("Is the light still on?", "Ann"), ("It never goes out.", "Bob"), ("- Who looks after it? - Nobody <knows>.", "Ann, Bob"), ("Exactly.", null), ("Keep an eye on it.", null)],
            track.Cues.Select(cue => (cue.Text, cue.Speaker)));
        Assert.Equal([new SubtitleNote(SubtitleRepair.ZeroLength, 1), new SubtitleNote(SubtitleRepair.EmptyCue, 1)], track.Notes);
        Assert.Equal(TimeSpan.FromSeconds(10), track.Cues[3].End);
        Assert.Equal(new TimeSpan(0, 1, 0, 2), track.End);
    }

    [Theory]
    [InlineData("""[{"start":1,"end":2.5,"text":"Hello <i>you</i>.","speaker":"Ann"},{"start":"00:00:03,000","end":"00:04.5","text":"BOB: Yes.","id":7}]""")]
    [InlineData("""  {"language":"en","segments":[{"start":1.0,"end":2.5,"text":"Hello you.","speaker":"Ann"},{"start":3,"end":4.5,"text":"Yes.","speaker":"BOB"},]}""")]
    public void Segments_are_read_from_json(string json)
    {
        SubtitleTrack track = SubtitleReader.Read(json);

        Assert.Equal(SubtitleFormat.Segments, track.Format);
        Assert.Equal([Cue(1, 1_000, 2_500, "Hello you.", "Ann"), Cue(2, 3_000, 4_500, "Yes.", "BOB")], track.Cues);
    }

    [Fact]
    public void Segments_as_records_are_read_as_well()
    {
        SubtitleSegment segment = new() { Start = TimeSpan.FromSeconds(-1), End = TimeSpan.FromSeconds(2), Text = "Hi." };

        SubtitleTrack track = SubtitleReader.Read([segment]);

        Assert.Equal(Cue(1, 0, 2_000, "Hi."), Assert.Single(track.Cues));
        Assert.Equal([new SubtitleNote(SubtitleRepair.NegativeTime, 1)], track.Notes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n ")]
    [InlineData("Just a letter to a friend.")]
    [InlineData("[Script Info]\nTitle: x\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hi")]
    [InlineData("{25}{50}Hello.")]
    [InlineData("WEBVTT\n\nNOTE nothing here")]
    [InlineData("[]")]
    public void A_text_without_cues_is_refused_with_what_was_expected(string text)
    {
        InvalidSubtitlesException e = Assert.Throws<InvalidSubtitlesException>(() => SubtitleReader.Read(text));

        Assert.StartsWith("No subtitle cue was found; expected SubRip (a line 00:00:01,000 --> 00:00:02,500, ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n", "All 1 subtitle cues are empty; expected")]
    [InlineData("""[{"start":1,"end":2}]""", "Segment 1 cannot be read: \"text\" is missing")]
    [InlineData("""[{"start":1,"end":2,"text":"a"},{"start":"soon","end":2,"text":"a"}]""", "Segment 2 cannot be read: \"start\" is no time")]
    [InlineData("""[{"start":1,"end":1e300,"text":"a"}]""", "Segment 1 cannot be read: \"end\" is no time")]
    [InlineData("""[{"start":1,"text":"a"}]""", "Segment 1 cannot be read: \"end\" is missing")]
    [InlineData("""{"cues":[]}""", "The JSON has no segments; give an array")]
    [InlineData("""[{"start":1,""", "The subtitles begin as JSON and are none that can be read; give an array")]
    [InlineData("""[{"start":1,"end":2,"text":"\ud800"}]""", "The subtitles begin as JSON and are none that can be read; give an array")]
    public void What_cannot_be_used_is_refused_with_the_fault(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidSubtitlesException>(() => SubtitleReader.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_too_large_is_refused()
    {
        string cue = "00:00:01,000 --> 00:00:02,000\na\n\n";

        Assert.Contains("larger than 16 MiB", Assert.Throws<InvalidSubtitlesException>(() => SubtitleReader.Read(new byte[SubtitleReader.MostBytes + 1])).Message, StringComparison.Ordinal);
        Assert.Contains("more than 100,000 cues", Assert.Throws<InvalidSubtitlesException>(() => SubtitleReader.Read(string.Concat(Enumerable.Repeat(cue, SubtitleReader.MostCues + 1)))).Message, StringComparison.Ordinal);
        Assert.Contains("larger than 16 MiB", Assert.Throws<InvalidSubtitlesException>(() => SubtitleReader.Read(new string('a', SubtitleReader.MostBytes + 1))).Message, StringComparison.Ordinal);
    }

    private static SubtitleCue Cue(int number, int start, int end, string text, string? speaker = null) =>
        new() { Number = number, Start = TimeSpan.FromMilliseconds(start), End = TimeSpan.FromMilliseconds(end), Text = text, Speaker = speaker };
}
