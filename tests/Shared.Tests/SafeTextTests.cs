namespace Workflows.Shared.Tests;

public class SafeTextTests
{
    [Theory]
    [InlineData("\u001b[31m", "[U+001B][31m")]
    [InlineData("a\u0000b", "a[U+0000]b")]
    [InlineData("a\u009bb", "a[U+009B]b")]
    [InlineData("a\u202Eb", "a[U+202E]b")]
    [InlineData("a\u2066b", "a[U+2066]b")]
    [InlineData("a\u200Bb", "a[U+200B]b")]
    [InlineData("a\uFEFFb", "a[U+FEFF]b")]
    [InlineData("a\u2028b", "a[U+2028]b")]
    [InlineData("a\rb", "a[U+000D]b")]
    [InlineData("\U000E0041", "[U+E0041]")]
    public void What_steers_or_hides_becomes_its_code_point(string text, string expected) => Assert.Equal(expected, SafeText.Block(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_its_code_point() => Assert.Equal("a[U+D800]b", SafeText.Block("a" + (char)0xD800 + "b"));

    [Theory]
    [InlineData("한국어 数据 é 😀")]
    [InlineData("👩\u200D💻")]
    public void Letters_of_all_scripts_and_emoji_stay(string text) => Assert.Equal(text, SafeText.Line(text));

    [Fact]
    public void A_line_has_no_line_ends() => Assert.Equal("a b c", SafeText.Line(" a\r\nb\tc\n"));

    [Fact]
    public void A_block_keeps_its_line_ends() => Assert.Equal("a\nb\n    c", SafeText.Block("a\r\nb\n\tc\n"));

    [Fact]
    public void A_long_text_is_cut_and_says_so() => Assert.Equal("aaaaa…", SafeText.Line(new string('a', 9), 5));
}
