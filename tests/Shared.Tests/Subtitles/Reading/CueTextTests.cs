using Workflows.Shared.Subtitles.Reading;

namespace Workflows.Shared.Tests.Subtitles.Reading;

public sealed class CueTextTests
{
    [Theory]
    [InlineData("<i>One</i>\ntwo", "One two")]
    [InlineData("<font color=\"#ffff00\">One</FONT>", "One")]
    [InlineData("{\\an8}{\\i1}One{\\i0}", "One")]
    [InlineData("One\\Ntwo\\hthree", "One two three")]
    [InlineData("One<br/>two", "One two")]
    [InlineData("<c.yellow.bg_blue>One</c> <00:01:02.500>two", "One two")]
    [InlineData("<ruby>漢字<rt>かんじ</rt></ruby>です", "漢字です")]
    [InlineData("I <3 you > me", "I <3 you > me")]
    [InlineData("a < b, b > c {really}", "a < b, b > c {really}")]
    [InlineData("<unknown> stays", "<unknown> stays")]
    [InlineData("open <i", "open <i")]
    [InlineData("&lt;i&gt; &amp;amp; &#39;x&#x27; &nbsp;y", "<i> &amp; 'x' y")]
    [InlineData("in\u200Bvisi\u00ADble\u200E \uFEFFhere\u0007", "invisible here")]
    [InlineData("♪ la la ♪", "♪ la la ♪")]
    [InlineData("<i> </i>\n{\\an8}", "")]
    [InlineData("- Alone.", "Alone.")]
    [InlineData("– One.\n— Two.", "- One. - Two.")]
    [InlineData("Two more\n- she said -", "Two more she said -")]
    [InlineData("-5 degrees", "5 degrees")]
    [InlineData("---", "")]
    public void What_is_said_stays(string raw, string text) => Assert.Equal((text, null), CueText.Clean(raw));

    [Theory]
    [InlineData("JOHN: Hi.", "Hi.", "JOHN")]
    [InlineData("- JOHN: Hi.\n- MRS. O'NEIL: Hello.", "- Hi. - Hello.", "JOHN, MRS. O'NEIL")]
    [InlineData("JOHN:\nHi.", "Hi.", "JOHN")]
    [InlineData("<v John Doe>Hi.</v>", "Hi.", "John Doe")]
    [InlineData("민수: 안녕", "안녕", "민수")]
    [InlineData("田中：おはよう。", "おはよう。", "田中")]
    [InlineData("Note: it rains.", "Note: it rains.", null)]
    [InlineData("IN OTHER WORDS: NO WAY", "IN OTHER WORDS: NO WAY", null)]
    [InlineData("At 10: 30", "At 10: 30", null)]
    [InlineData("10:30 already?", "10:30 already?", null)]
    [InlineData("https://example.org", "https://example.org", null)]
    public void The_speaker_stands_apart(string raw, string text, string? speaker) => Assert.Equal((text, speaker), CueText.Clean(raw));
}
