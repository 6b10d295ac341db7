using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Shared.Tests.PullRequestReview.Reports;

public class TextLayoutTests
{
    [Fact]
    public void Lines_break_at_blanks() => Assert.Equal(["one two", "three"], TextLayout.Wrap("one two three", 9));

    [Fact]
    public void A_word_wider_than_a_line_breaks_inside() => Assert.Equal(["a", "bbbb", "bb c"], TextLayout.Wrap("a bbbbbb c", 4));

    [Fact]
    public void East_Asian_letters_take_two_columns() => Assert.Equal(["한국", "어"], TextLayout.Wrap("한국어", 5));

    [Fact]
    public void Line_ends_and_indents_stay() => Assert.Equal(["a", "", "   b"], TextLayout.Wrap("a\n\n   b", 20));

    [Fact]
    public void No_line_is_wider_than_allowed_and_no_letter_is_lost() => Prop.ForAll(
        ReportGenerators.Text.Select(text => SafeText.Block(text)).ToArbitrary(),
        text =>
        {
            var lines = TextLayout.Wrap(text, 10).ToList();
            Assert.All(lines, line => Assert.InRange(TextLayout.WidthOf(line), 0, 10));
            Assert.Equal(Letters(text), Letters(string.Concat(lines)));
        }).QuickCheckThrowOnFailure();

    private static string Letters(string text) => string.Concat(text.Where(letter => letter is not (' ' or '\n')));
}
