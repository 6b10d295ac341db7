using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Interview.Uploads;

namespace Workflows.Shared.Tests.Interview.Uploads;

public sealed class MediaFilesTests
{
    [Theory]
    [InlineData("52494646000000005741564566", "audio/wav")]
    [InlineData("664C6143", "audio/flac")]
    [InlineData("4F67675300", "audio/ogg")]
    [InlineData("1A45DFA3", "audio/webm")]
    [InlineData("00000020667479704D3441", "audio/mp4")]
    [InlineData("494433", "audio/mpeg")]
    [InlineData("FFFB90", "audio/mpeg")]
    [InlineData("FFF1", null)]
    [InlineData("FFE8", null)]
    [InlineData("52494646000000004156492066", null)]
    [InlineData("3C68746D6C3E", null)]
    [InlineData("", null)]
    public void Recordings_are_told_by_their_first_bytes(string hex, string? type) => Assert.Equal(type, MediaFiles.Audio(Convert.FromHexString(hex))?.MediaType);

    [Theory]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("FFD8FFE0", "image/jpeg")]
    [InlineData("474946383961", null)]
    [InlineData("FFD8", null)]
    public void Frames_are_told_by_their_first_bytes(string hex, string? type) => Assert.Equal(type, MediaFiles.Frame(Convert.FromHexString(hex))?.MediaType);

    [Fact]
    public void Nothing_that_is_sent_makes_it_throw() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => (MediaFiles.Audio(bytes), MediaFiles.Frame(bytes)) is var _));
}
