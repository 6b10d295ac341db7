using System.Text;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

public class DiffTextTests
{
    [Fact]
    public void A_byte_order_mark_is_dropped() => Assert.Equal("é", DiffText.Decode([0xEF, 0xBB, 0xBF, .. "é"u8]));

    [Fact]
    public void Utf16_with_a_mark_is_read_in_both_byte_orders()
    {
        Assert.Equal("diff é", DiffText.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("diff é")]));
        Assert.Equal("diff é", DiffText.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("diff é")]));
    }

    [Fact]
    public void A_line_that_is_not_utf8_is_latin_1_and_its_neighbours_stay_utf8() =>
        Assert.Equal("é한\né!\r\né", DiffText.Decode([.. "é한\n"u8, 0xE9, (byte)'!', .. "\r\né"u8]));

    [Fact]
    public void A_nul_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", DiffText.Decode("a\0b"u8));

    [Fact]
    public void More_than_the_limit_is_refused_with_a_remedy()
    {
        var message = Assert.Throws<InvalidDiffException>(() => DiffText.Decode(new byte[DiffText.MaxBytes + 1])).Message;

        Assert.Contains("20 MB", message, StringComparison.Ordinal);
        Assert.Contains("git diff", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_an_empty_text() => Assert.Equal("", DiffText.Decode([]));
}
