using Workflows.Shared.Interview.Uploads;

namespace Workflows.Shared.Tests.Interview.Uploads;

public sealed class MediaFilesTests
{
    [Theory]
    [InlineData("52494646000000005741564566", "wav")]
    [InlineData("664C6143", "flac")]
    [InlineData("4F67675300", "ogg")]
    [InlineData("1A45DFA3", "webm")]
    [InlineData("00000020667479704D3441", "m4a")]
    [InlineData("494433", "mp3")]
    [InlineData("3C68746D6C3E", null)]
    [InlineData("", null)]
    public void A_recordings_name_ends_as_its_type_does(string hex, string? extension) => Assert.Equal(extension, MediaFiles.Audio(Convert.FromHexString(hex))?.Extension);

    [Theory]
    [InlineData("89504E470D0A1A0A00", "png")]
    [InlineData("FFD8FFE0", "jpeg")]
    [InlineData("474946383961", null)]
    public void A_frames_name_ends_as_its_type_does(string hex, string? extension) => Assert.Equal(extension, MediaFiles.Frame(Convert.FromHexString(hex))?.Extension);
}
