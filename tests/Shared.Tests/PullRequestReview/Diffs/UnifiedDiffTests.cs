using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

public class UnifiedDiffTests
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" \n\t\r\n")]
    public void Empty_input_is_named_as_such_with_a_remedy(string? text) =>
        Assert.Equal("The diff is empty; make one with: git diff BASE...HEAD", Assert.Throws<InvalidDiffException>(() => UnifiedDiff.Parse(text)).Message);

    [Theory]
    [InlineData("Dear reviewer,\n\nplease look at my change.\n-- \nMe\n")]
    [InlineData("diff --git is a command\n@@ -1 +1 @@\n-a\n+b\n")]
    [InlineData("--- a title\n+++ and another\n")]
    [InlineData("{\"json\": true}")]
    public void Text_without_a_diff_is_named_as_such_with_a_remedy(string text)
    {
        var message = Assert.Throws<InvalidDiffException>(() => UnifiedDiff.Parse(text)).Message;

        Assert.StartsWith("No diff found", message, StringComparison.Ordinal);
        Assert.Contains("git diff BASE...HEAD", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_coloured_diff_is_refused_with_the_way_to_make_a_plain_one() => Assert.Contains(
        "--no-color",
        Assert.Throws<InvalidDiffException>(() => UnifiedDiff.Parse("\u001b[1mdiff --git a/x b/x\u001b[m\n\u001b[36m@@ -1 +1 @@\u001b[m\n")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Text_beyond_the_limit_is_refused() =>
        Assert.Contains("20 MB", Assert.Throws<InvalidDiffException>(() => UnifiedDiff.Parse(new string('x', DiffText.MaxBytes + 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_are_numbered_on_their_sides()
    {
        var hunk = Assert.Single(File("@@ -10,3 +20,4 @@ void Main()\n a\n-b\n+B\n+B2\n c\n").Hunks);

        Assert.Equal((10, 3, 20, 4, "void Main()"), (hunk.OldStart, hunk.OldCount, hunk.NewStart, hunk.NewCount, hunk.Section));
        Assert.Equal(["10/20 a", "11/ b", "/21 B", "/22 B2", "12/23 c"], hunk.Lines.Select(line => $"{line.OldNumber}/{line.NewNumber} {line.Text}"));
    }

    [Fact]
    public void Omitted_counts_mean_one_line()
    {
        var file = File("@@ -1 +1 @@\n-old\n+new\n-- \n2.39.5\n");

        Assert.Equal((1, 1, false), (file.AddedLines, file.RemovedLines, file.Truncated));
    }

    [Fact]
    public void A_carriage_return_is_remembered_but_not_part_of_the_text()
    {
        var lines = File("@@ -1,2 +1,2 @@\n a\r\n-b\r\n+b\n").Hunks[0].Lines;

        Assert.Equal([("a", true), ("b", true), ("b", false)], lines.Select(line => (line.Text, line.CarriageReturn)));
    }

    [Fact]
    public void In_a_diff_saved_with_crlf_only_a_second_carriage_return_is_the_files()
    {
        var lines = UnifiedDiff.Parse("--- a/f\r\n+++ b/f\r\n@@ -1,2 +1,2 @@\r\n a\r\n-b\r\r\n+b\r\n").Files[0].Hunks[0].Lines;

        Assert.Equal([("a", false), ("b", true), ("b", false)], lines.Select(line => (line.Text, line.CarriageReturn)));
    }

    [Fact]
    public void The_mark_for_a_missing_newline_belongs_to_the_line_before()
    {
        var lines = File("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ Kein Zeilenumbruch am Dateiende.\n").Hunks[0].Lines;

        Assert.Equal([("a", false), ("b", true), ("c", true)], lines.Select(line => (line.Text, line.NoNewline)));
    }

    [Fact]
    public void A_context_line_that_a_mailer_emptied_is_an_empty_line()
    {
        var file = File("@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n");

        Assert.Equal(["a", "", "b", "c"], file.Hunks[0].Lines.Select(line => line.Text));
        Assert.False(file.Truncated);
    }

    [Theory]
    [InlineData("@@ -1,4 +1,4 @@\n a\n-b\n+c\n")]
    [InlineData("@@ -1,4 +1,4 @@\n a\n-b\n+c")]
    [InlineData("@@ -1,4 +1,4 @@\n a\n-b\n+c\ndiff --git a/g b/g\n--- a/g\n+++ b/g\n@@ -1 +1 @@\n-x\n+y\n")]
    [InlineData("@@ -1,4 +1,4 @@\n a\n-b\n+c\n--- a/g\n+++ b/g\n@@ -1 +1 @@\n-x\n+y\n")]
    public void A_hunk_that_breaks_off_gives_what_it_shows_and_says_so(string hunk)
    {
        var file = File(hunk);

        Assert.Equal((3, true), (file.Hunks[0].Lines.Count, file.Truncated));
    }

    [Fact]
    public void More_lines_than_the_header_promises_are_left_out_and_said() => Assert.True(File("@@ -1 +1 @@\n-a\n+b\n+c\n").Truncated);

    [Theory]
    [InlineData("@@ -0,3 +1,3 @@")]
    [InlineData("@@ -1,3 +1,99999999999999999999 @@")]
    [InlineData("@@ -1,3 @@")]
    [InlineData("@@ ... @@")]
    public void A_malformed_hunk_header_is_skipped_and_said(string header)
    {
        var file = File("@@ -1 +1 @@\n-a\n+b\n" + header + "\n a\n");

        Assert.Equal((1, true), (file.Hunks.Count, file.Truncated));
    }

    [Fact]
    public void A_removed_line_of_dashes_is_not_a_file_header()
    {
        var file = File("@@ -1,3 +1,2 @@\n--- a/x\n-- comment\n+++ b/x\n c\n");

        Assert.Equal(["-- a/x", "- comment", "++ b/x", "c"], file.Hunks[0].Lines.Select(line => line.Text));
    }

    [Fact]
    public void Lines_that_look_like_a_file_header_and_complete_a_hunk_are_lines()
    {
        var file = File("@@ -1 +1 @@\n--- a/x\n+++ b/x\n@@ -5 +5 @@\n-a\n+b\n");

        Assert.Equal(["-- a/x", "++ b/x", "a", "b"], file.Hunks.SelectMany(hunk => hunk.Lines).Select(line => line.Text));
    }

    [Theory]
    [InlineData("-- \n2.39.5\n\nThe next message:\n")]
    [InlineData("\ncommit 0123456789012345678901234567890123456789\nAuthor: A\n\n")]
    [InlineData("\nFrom 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n\n")]
    public void A_hunk_quoted_in_the_next_commits_message_belongs_to_no_file(string between)
    {
        var file = File("@@ -1 +1 @@\n-a\n+b\n" + between + "@@ -5 +5 @@\n-quoted\n+words\n");

        Assert.Equal((1, false), (file.Hunks.Count, file.Truncated));
    }

    [Theory]
    [InlineData("diff --git a/x y b/x y\nold mode 100644\nnew mode 100755\n", "x y")]
    [InlineData("diff --git a/x b/x b/x b/x\nold mode 100644\nnew mode 100755\n", "x b/x")]
    [InlineData("diff --git x y x y\nold mode 100644\nnew mode 100755\n", "x y")]
    [InlineData("diff --git \"a/\\303\\251\\t\" \"b/\\303\\251\\t\"\nold mode 100644\nnew mode 100755\n", "é\t")]
    [InlineData("diff --git one two words.bin\nBinary files one and two words.bin differ\n", "one two words.bin")]
    [InlineData("diff --git a/\u00e9 b/\u00e9\ndeleted file mode 100644\n", "é")]
    public void A_path_is_found_in_the_header_when_no_other_line_has_it(string text, string path) =>
        Assert.Equal(path, Assert.Single(UnifiedDiff.Parse(text).Files).Path);

    [Fact]
    public void A_quoted_path_in_an_old_encoding_is_latin_1() =>
        Assert.Equal("é", UnifiedDiff.Parse("diff --git \"a/\\351\" \"b/\\351\"\nnew file mode 100644\n").Files[0].Path);

    [Fact]
    public void A_hostile_path_is_kept_but_escaped_for_display()
    {
        var file = UnifiedDiff.Parse("diff --git \"a/x\\n\\033[31m\" \"b/x\\n\\033[31m\"\nnew file mode 100644\n").Files[0];

        Assert.Equal("x\n\u001b[31m", file.Path);
        Assert.Equal("x\\n\\u001B[31m", file.DisplayPath);
    }

    [Theory]
    [InlineData("similarity index 90%\nrename from a\nrename to b\n", true)]
    [InlineData("similarity index 100%\nrename from a\nrename to b\n", false)]
    public void A_rename_that_promises_changes_and_shows_none_is_truncated(string header, bool truncated) =>
        Assert.Equal(truncated, UnifiedDiff.Parse("diff --git a/a b/b\n" + header).Files[0].Truncated);

    private static DiffFile File(string hunks) => UnifiedDiff.Parse("--- a/f\t2026-01-02 03:04:05\n+++ b/f\t2026-01-02 03:04:05\n" + hunks).Files[0];
}
