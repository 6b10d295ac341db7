using System.Text;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Tests.Subtitles.Reading;

public sealed class SubtitleEncodingTests
{
    private const string French = "1\n00:00:01,000 --> 00:00:02,000\nOù est passé le bébé ? Ça, c’est déjà l’été…\n\n2\n00:00:03,000 --> 00:00:04,000\n«À côté», dit-elle.\n";
    private const string German = "1\n00:00:01,000 --> 00:00:02,000\nSchöne Grüße aus München, süße Straße.\n";

    [Theory]
    [InlineData("utf-8", "utf-8", "English")]
    [InlineData("utf-8", "utf-8", "Korean")]
    [InlineData("utf-16", "utf-16le", "Korean")]
    [InlineData("utf-16BE", "utf-16be", "Japanese")]
    [InlineData("utf-32", "utf-32le", "Korean")]
    [InlineData("utf-32BE", "utf-32be", "Japanese")]
    public void A_mark_names_the_encoding(string encoding, string name, string sample)
    {
        SubtitleTrack track = SubtitleReader.Read([.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Sample(sample))]);

        Assert.Equal(name, track.Encoding);
        Assert.Empty(track.Notes);
        Assert.Equal(SubtitleReader.Read(Sample(sample)).Cues, track.Cues);
    }

    [Theory]
    [InlineData("utf-16", "utf-16le", "English")]
    [InlineData("utf-16", "utf-16le", "Korean")]
    [InlineData("utf-16BE", "utf-16be", "Japanese")]
    [InlineData("949", "cp949", "Korean")]
    [InlineData("932", "shift_jis", "Japanese")]
    [InlineData("1252", "windows-1252", "French")]
    [InlineData("1252", "windows-1252", "German")]
    public void Without_one_the_bytes_tell(string encoding, string name, string sample)
    {
        SubtitleTrack track = SubtitleReader.Read(In(encoding).GetBytes(Sample(sample)));

        Assert.Equal(name, track.Encoding);
        Assert.Equal([new SubtitleNote(SubtitleRepair.EncodingGuessed, 1)], track.Notes);
        Assert.Equal(SubtitleReader.Read(Sample(sample)).Cues, track.Cues);
    }

    [Theory]
    [InlineData("English")]
    [InlineData("Korean")]
    public void Utf8_needs_no_mark(string sample)
    {
        SubtitleTrack track = SubtitleReader.Read(Encoding.UTF8.GetBytes(Sample(sample)));

        Assert.Equal("utf-8", track.Encoding);
        Assert.Empty(track.Notes);
    }

    [Fact]
    public void Utf8_with_a_damaged_place_is_utf8()
    {
        byte[] file = Encoding.UTF8.GetBytes(SampleSubtitles.Korean);
        file[Array.FindIndex(file, value => value >= 0x80)] = (byte)'x';

        SubtitleTrack track = SubtitleReader.Read(file);

        Assert.Equal("utf-8", track.Encoding);
        Assert.Equal(SubtitleRepair.UnreadableCharacter, Assert.Single(track.Notes).Kind);
    }

    private static Encoding In(string name) => int.TryParse(name, out int page) ? CodePagesEncodingProvider.Instance.GetEncoding(page)! : Encoding.GetEncoding(name);

    private static string Sample(string name) => name switch
    {
        "English" => SampleSubtitles.English,
        "Korean" => SampleSubtitles.Korean,
        "Japanese" => SampleSubtitles.Japanese,
        "French" => French,
        _ => German,
    };
}
