using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Models.Calls;

public sealed class ModelMediaTests
{
    [Theory]
    [InlineData("5249464600000000574156456 66D7420", "audio/wav")]
    [InlineData("494433040000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("FFF35040", "audio/mpeg")]
    [InlineData("0000002066747970 4D344120", "audio/mp4")]
    [InlineData("1A45DFA3", "audio/webm")]
    [InlineData("4F676753", "audio/ogg")]
    [InlineData("664C6143", "audio/flac")]
    [InlineData("524946460000000057454250", null)]
    [InlineData("52494646000000005741564", null)]
    [InlineData("FFD8FFE0", null)]
    [InlineData("FFFFFF", null)]
    [InlineData("FFFBF064", null)]
    [InlineData("FFFE4100", null)]
    [InlineData("FFF15080", null)]
    [InlineData("FF", null)]
    [InlineData("4D5A", null)]
    [InlineData("", null)]
    public void A_recordings_type_is_what_its_first_bytes_say(string hex, string? type) => Assert.Equal(type, ModelMedia.AudioOf(Bytes(hex)));

    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("89504E470A1A0A", null)]
    [InlineData("474946383961", null)]
    [InlineData("3C737667", null)]
    [InlineData("FFD8", null)]
    [InlineData("", null)]
    public void So_is_an_images(string hex, string? type) => Assert.Equal(type, ModelMedia.ImageOf(Bytes(hex)));

    [Fact]
    public void Only_the_telling_bytes_decide() => Prop.ForAll<byte[]>(file =>
    {
        byte[] bytes = file ?? [];
        ReadOnlySpan<byte> start = bytes.AsSpan(0, Math.Min(bytes.Length, ModelMedia.TellingBytes));
        return ModelMedia.AudioOf(start) == ModelMedia.AudioOf(bytes) && ModelMedia.ImageOf(start) == ModelMedia.ImageOf(bytes);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ko", true)]
    [InlineData("en", true)]
    [InlineData("KO", false)]
    [InlineData("kor", false)]
    [InlineData("k\n", false)]
    [InlineData("", false)]
    public void A_language_is_two_letters(string language, bool isOne) => Assert.Equal(isOne, ModelMedia.IsLanguage(language));

    private static byte[] Bytes(string hex)
    {
        string digits = hex.Replace(" ", "", StringComparison.Ordinal);
        return Convert.FromHexString(digits[..(digits.Length / 2 * 2)]);
    }
}
