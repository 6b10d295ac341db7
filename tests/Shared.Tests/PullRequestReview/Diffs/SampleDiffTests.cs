using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

/// <summary>What git and GNU diff really print, file by file.</summary>
public class SampleDiffTests
{
    private const string Shapes = """
        Modified café.txt +1 -0 @1
        Copied copy.txt <- origin.txt +1 -1 @1
        Added dir with space/new b.txt +1 -0 @1 none>100644
        Modified dos.txt +2 -1 @1
        Copied empty-new.txt <- tofill.txt +0 -0 @0
        Deleted gone.txt +0 -8 @1 100644>none
        Modified image.bin +0 -0 @0 binary
        Modified keep.txt +2 -2 @2
        Modified latin1.txt +2 -0 @1
        Renamed new name.txt <- old name.txt +1 -1 @1
        Modified nonl.txt +2 -1 @1
        Modified origin.txt +1 -0 @1
        Modified quo"te.txt +1 -1 @1
        ModeChanged run.sh +0 -0 @0 100644>100755
        Modified tab\there.txt +1 -1 @1
        Modified tofill.txt +1 -0 @1
        Modified 한글 파일.md +1 -1 @1
        """;

    public static TheoryData<string> AllNames => [.. SampleDiffs.Names];

    [Theory]
    [InlineData("shapes.diff")]
    [InlineData("shapes-unquoted.diff")]
    [InlineData("no-prefix.diff")]
    [InlineData("mnemonic.diff")]
    [InlineData("custom-prefix.diff")]
    public void Every_shape_of_change_is_read_whatever_the_prefixes_and_quoting(string name) =>
        Assert.Equal(Shapes, SampleDiffs.Summary(SampleDiffs.Read(name)));

    [Fact]
    public void A_file_of_two_encodings_reads_line_by_line() => Assert.Equal(
        ["latin é", "and utf é", "again è"],
        Lines("shapes.diff", "latin1.txt").Select(line => line.Text));

    [Fact]
    public void A_files_own_line_ends_are_remembered_line_by_line() => Assert.Equal(
        [("a", true), ("b", true), ("B", true), ("c", true), ("d", false)],
        Lines("shapes.diff", "dos.txt").Select(line => (line.Text, line.CarriageReturn)));

    [Fact]
    public void A_file_without_a_last_newline_says_so_on_each_side() => Assert.Equal(
        ["one", "two$", "two", "three$"],
        Lines("shapes.diff", "nonl.txt").Select(line => line.Text + (line.NoNewline ? "$" : "")));

    [Fact]
    public void Renames_without_content_carry_their_mode_and_a_type_change_is_two_entries() => AssertFiles("renames.diff", """
        Renamed c.sh <- b.sh +0 -0 @0 100644>100755
        Deleted link +0 -1 @1 100644>none
        Added link +1 -0 @1 part 2 none>120000
        Renamed sub-a.txt <- a.txt +0 -0 @0
        Renamed x b y <- x y +0 -0 @0
        """);

    [Fact]
    public void A_series_of_patches_keeps_an_entry_for_each_commit_and_no_prose() => AssertFiles("format-patch.diff", """
        Modified n.txt +1 -1 @1
        Modified n.txt +1 -1 @1 part 2
        Added sql.sql +1 -0 @1 none>100644
        Modified sql.sql +1 -1 @1 part 2
        """);

    [Fact]
    public void A_log_with_patches_is_read_commit_by_commit() => AssertFiles("log.diff", """
        Modified sql.sql +1 -1 @1
        Modified n.txt +1 -1 @1
        Added sql.sql +1 -0 @1 part 2 none>100644
        Modified n.txt +1 -1 @1 part 2
        """);

    [Fact]
    public void Git_show_of_one_commit_is_read_behind_its_message() => AssertFiles("show.diff", "Modified sql.sql +1 -1 @1");

    [Theory]
    [InlineData("merge.diff")]
    [InlineData("merge-combined.diff")]
    public void A_merge_is_a_combined_diff(string name)
    {
        var diff = SampleDiffs.Read(name);

        Assert.All(diff.Files, file => Assert.True(file.IsCombined && !file.Truncated));
        Assert.Equal(["m.txt", "nonl"], diff.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_combined_diff_counts_on_the_new_side_and_on_the_first_parent()
    {
        var lines = SampleDiffs.Read("merge.diff").Files[0].Hunks[0].Lines;

        Assert.Equal(
            ["Context 1 1 a", "Removed   B side", "Added  2 main top", "Removed 3  B main", "Added  3 B both", "Context 4 4 c"],
            lines.Take(6).Select(line => $"{line.Kind} {line.OldNumber} {line.NewNumber} {line.Text}"));
    }

    [Theory]
    [InlineData("submodule.diff", "Submodule lib/s +1 -1 @1")]
    [InlineData("submodule-log.diff", "Submodule lib/s +0 -0 @0")]
    [InlineData("submodule-removed.diff", "Submodule lib/s +0 -1 @1 160000>none")]
    public void A_submodule_is_told_from_a_file(string name, string expected) => AssertFiles(name, expected);

    [Fact]
    public void A_recursive_plain_diff_tells_new_and_deleted_files_by_their_empty_side() => AssertFiles("plain-recursive.diff", """
        Modified new/b.bin <- old/b.bin +0 -0 @0 binary
        Added new/fresh.c +1 -0 @1
        Deleted old/gone.c +0 -1 @1
        Added new/only.c +1 -0 @1
        Modified new/src/a.c <- old/src/a.c +1 -1 @1
        """);

    [Fact]
    public void A_plain_diff_of_two_files_keeps_both_names() => AssertFiles("plain.diff", "Modified a.c <- a.c.orig +1 -1 @1");

    [Fact]
    public void The_text_of_a_binary_patch_is_no_hunk() => AssertFiles("binary-patch.diff", """
        Modified image.bin +0 -0 @0 binary
        Modified keep.txt +2 -2 @2
        """);

    [Theory]
    [MemberData(nameof(AllNames))]
    public void No_sample_counts_as_truncated(string name) =>
        Assert.All(SampleDiffs.Read(name).Files, file => Assert.False(file.Truncated, file.Path));

    [Theory]
    [MemberData(nameof(AllNames))]
    public void A_sample_saved_with_crlf_reads_the_same(string name)
    {
        var saved = SampleDiffs.Text(name).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(JsonText.Of(SampleDiffs.Read(name)), JsonText.Of(UnifiedDiff.Parse(saved)));
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public void A_sample_survives_a_round_trip_through_json(string name)
    {
        var json = JsonText.Of(SampleDiffs.Read(name));

        Assert.Equal(json, JsonText.Of(JsonText.Read<UnifiedDiff>(json)));
    }

    private static IEnumerable<DiffLine> Lines(string name, string path) =>
        SampleDiffs.Read(name).Files.Single(file => file.Path == path).Hunks.SelectMany(hunk => hunk.Lines);

    private static void AssertFiles(string name, string expected) => Assert.Equal(expected, SampleDiffs.Summary(SampleDiffs.Read(name)));
}
