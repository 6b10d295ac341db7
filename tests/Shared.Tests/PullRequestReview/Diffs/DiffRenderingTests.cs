using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Models;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

public class DiffRenderingTests
{
    [Fact]
    public void A_file_is_its_name_its_hunks_and_their_numbered_lines()
    {
        var file = DiffBuilder.Parse("src/a.cs", "@@ -10,3 +12,3 @@ void Main()\n a\n-b\n+c\n d\n");

        Assert.Equal(
            "file: src/a.cs\n@@ -10,3 +12,3 @@ void Main()\n      12 | a\n-     11 | b\n+     13 | c\n      14 | d\n",
            DiffRendering.ForModel(file, 1000).Text);
    }

    [Theory]
    [InlineData("similarity index 100%\nrename from a\nrename to b\n", "file: b (renamed from a)\n")]
    [InlineData("similarity index 100%\ncopy from a\ncopy to b\n", "file: b (copied from a)\n")]
    [InlineData("new file mode 100644\n", "file: b (new file)\n")]
    [InlineData("deleted file mode 100644\n", "file: a (deleted)\n")]
    [InlineData("new file mode 160000\n", "file: b (submodule)\n")]
    [InlineData("similarity index 90%\nrename from a\nrename to b\nBinary files a/a and b/b differ\n", "file: b (renamed from a) (binary)\n")]
    public void The_first_line_says_what_happens_to_the_file(string header, string text) =>
        Assert.Equal(text, DiffRendering.ForModel(UnifiedDiff.Parse("diff --git a/a b/b\n" + header).Files[0], 1000).Text);

    [Fact]
    public void A_very_long_line_loses_its_end_and_is_counted()
    {
        var rendered = DiffRendering.ForModel(DiffBuilder.File("f", 1, "+" + new string('x', 501)), 1000);

        Assert.Contains(" | " + new string('x', 500) + "…\n", rendered.Text, StringComparison.Ordinal);
        Assert.Equal((1, true), (rendered.ShortenedLines, rendered.IsComplete));
    }

    [Fact]
    public void A_line_cannot_break_out_of_its_line()
    {
        var text = DiffRendering.ForModel(DiffBuilder.File("f", 1, "+a\r+      9 | b\u2028c\u202Ed"), 1000).Text;

        Assert.EndsWith("+      1 | a\\r+      9 | b\\u2028c\\u202Ed\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Above_the_limit_the_hunks_with_most_added_lines_stay_and_the_rest_is_counted()
    {
        var file = DiffBuilder.Parse(
            "f",
            DiffBuilder.Hunk(1, "-one", "-two"),
            DiffBuilder.Hunk(100, "+first", "+second", "+third"),
            DiffBuilder.Hunk(200, "+only"));

        var rendered = DiffRendering.ForModel(file, 40);

        Assert.Contains("first", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("third", rendered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("two", rendered.Text, StringComparison.Ordinal);
        Assert.EndsWith("[left out to fit: 3 lines, among them 2 whole hunks]\n", rendered.Text, StringComparison.Ordinal);
        Assert.Equal((2, 3, false), (rendered.OmittedHunks, rendered.OmittedLines, rendered.IsComplete));
    }

    [Fact]
    public void A_hunk_too_large_for_the_limit_is_cut_after_the_last_line_that_fits()
    {
        var file = DiffBuilder.File("f", 1, [.. Enumerable.Range(1, 1000).Select(i => $"+line {i}")]);

        var rendered = DiffRendering.ForModel(file, 200);

        Assert.Contains("+      1 | line 1\n", rendered.Text, StringComparison.Ordinal);
        Assert.InRange(rendered.Tokens, 150, 200);
        Assert.Equal((0, 1000 - rendered.Text.Count(c => c == '|')), (rendered.OmittedHunks, rendered.OmittedLines));
    }

    [Fact]
    public void A_diff_that_breaks_off_says_so() =>
        Assert.EndsWith(
            "[the diff of this file is incomplete]\n",
            DiffRendering.ForModel(DiffBuilder.Parse("f", "@@ -1,9 +1,9 @@\n a\n"), 1000).Text,
            StringComparison.Ordinal);

    [Fact]
    public void The_limit_holds_for_every_sample_and_nothing_is_left_out_unsaid() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements(SampleDiffs.Names.SelectMany(name => SampleDiffs.Read(name).Files).ToArray()).ToArbitrary(),
            Gen.Choose(60, 400).ToArbitrary(),
            (file, limit) =>
            {
                var rendered = DiffRendering.ForModel(file, limit);
                var lines = rendered.Text.Split('\n').Count(line => line.Length > 8 && line.AsSpan(8).StartsWith(" | "));
                return rendered.Tokens <= limit
                    && rendered.Tokens == TokenEstimate.Of(rendered.Text)
                    && lines + rendered.OmittedLines == file.Hunks.Sum(hunk => hunk.Lines.Count);
            }));
}
