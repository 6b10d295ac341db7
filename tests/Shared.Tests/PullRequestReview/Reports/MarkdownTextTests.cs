using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Shared.Tests.PullRequestReview.Reports;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("[x](http://e)", "\\[x\\](http:\u200B/\u200B/e)")]
    [InlineData("![i](u)", "\\!\u200B\\[i\\](u)")]
    [InlineData("<img src=x>", "&lt;img src=x&gt;")]
    [InlineData("&lt;b&gt;", "&amp;\u200Blt;b&amp;\u200Bgt;")]
    [InlineData("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\u200B\\~\u200Bd\\~\u200B\\~")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("\\*", "\\\\\\*")]
    public void Markup_is_shown_and_does_nothing(string text, string expected) => Assert.Equal(expected, MarkdownText.Inline(text));

    [Theory]
    [InlineData("ask @user", "ask @\u200Buser")]
    [InlineData("me@example.test", "me\u200B@\u200Bexample.test")]
    [InlineData("see #12", "see \\#\u200B12")]
    [InlineData("org/repo#3", "org/repo\\#\u200B3")]
    [InlineData("GH-7", "GH\u200B-7")]
    [InlineData("see !4", "see \\!\u200B4")]
    [InlineData("https://e.test", "https:\u200B/\u200B/e.test")]
    [InlineData("www.e.test", "www\u200B.e.test")]
    [InlineData("//e.test/a", "\\/\u200B/e.test/a")]
    [InlineData("mailto:a", "mailto:\u200Ba")]
    public void Mentions_references_and_bare_links_are_broken(string text, string expected) => Assert.Equal(expected, MarkdownText.Inline(text));

    [Theory]
    [InlineData("# h", "\\# h")]
    [InlineData("- item", "\\- item")]
    [InlineData("+ item", "\\+ item")]
    [InlineData("12. item", "12\\. item")]
    [InlineData("3) item", "3\\) item")]
    [InlineData("> quote", "&gt; quote")]
    [InlineData("===", "\\===")]
    [InlineData("---", "\\---")]
    [InlineData("/close", "\\/close")]
    [InlineData("    code", "code")]
    public void No_line_of_a_paragraph_starts_a_block_or_a_command(string line, string expected) =>
        Assert.Equal("first\n" + expected, MarkdownText.Paragraphs("first\n" + line));

    [Fact]
    public void A_dot_after_other_than_digits_at_the_start_stays() => Assert.Equal("v1.2 and 3.4", MarkdownText.Inline("v1.2 and 3.4"));

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a`", "`` `a` ``")]
    [InlineData("a\nb", "`a b`")]
    [InlineData("", "(none)")]
    public void A_code_span_cannot_be_left(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    [Fact]
    public void A_fence_is_longer_than_any_run_of_backticks_inside() => Prop.ForAll(ReportGenerators.Text.ToArbitrary(), text =>
    {
        var lines = MarkdownText.Fence(text).Split('\n');
        var fence = lines[^1];
        Assert.Equal(fence + "text", lines[0]);
        Assert.All(fence, letter => Assert.Equal('`', letter));
        Assert.True(fence.Length >= 3);
        Assert.DoesNotContain(fence, string.Join('\n', lines[1..^1]), StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_character_with_a_meaning_is_left_bare() => Prop.ForAll(ReportGenerators.Text.ToArbitrary(), text =>
    {
        var bare = MarkdownText.Inline(text);
        for (var position = bare.IndexOf('\\'); position >= 0; position = bare.IndexOf('\\', position))
        {
            bare = bare.Remove(position, 2).Insert(position, "x");
        }

        Assert.DoesNotContain(bare, letter => "\\`*_[]{}|~$#!<>\n".Contains(letter));
        Assert.DoesNotContain("@u", bare);
        Assert.DoesNotContain("//", bare);
        Assert.DoesNotContain("www.", bare);
    }).QuickCheckThrowOnFailure();
}
