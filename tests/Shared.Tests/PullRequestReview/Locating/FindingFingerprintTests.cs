using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Locating;

namespace Workflows.Shared.Tests.PullRequestReview.Locating;

public class FindingFingerprintTests
{
    private static readonly string Id = FindingFingerprint.Compute("a.cs", "logic", "return x;", DiffSide.New, 1);

    [Fact]
    public void It_is_short_and_the_same_for_ever() => Assert.Equal("f-9a04fce4fdfe", Id);

    [Theory]
    [InlineData(" LOGIC ", "return x;")]
    [InlineData("logic", "  return   x;  ")]
    [InlineData("logic", "\nreturn x;\n\n")]
    public void Letter_case_of_the_category_and_white_space_do_not_count(string category, string quote) =>
        Assert.Equal(Id, FindingFingerprint.Compute("a.cs", category, quote, DiffSide.New, 1));

    [Fact]
    public void Each_part_counts()
    {
        string[] ids =
        [
            Id,
            FindingFingerprint.Compute("b.cs", "logic", "return x;", DiffSide.New, 1),
            FindingFingerprint.Compute("a.cs", "style", "return x;", DiffSide.New, 1),
            FindingFingerprint.Compute("a.cs", "logic", "return y;", DiffSide.New, 1),
            FindingFingerprint.Compute("a.cs", "logic", "return x;", DiffSide.Old, 1),
            FindingFingerprint.Compute("a.cs", "logic", "return x;", null, 1),
            FindingFingerprint.Compute("a.cs", "logic", "return x;", DiffSide.New, 2),
            FindingFingerprint.Compute("a.cslogic", "", "return x;", DiffSide.New, 1),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Equal_lines_are_told_apart_by_their_occurrence_and_moving_them_changes_nothing()
    {
        Assert.Equal([1, 2], Occurrences(DiffBuilder.File("f", 1, "+check();", " x", "+  check();")));
        Assert.Equal([1, 2], Occurrences(DiffBuilder.File("f", 90, " y", "+check();", " x", "+  check();")));
    }

    [Fact]
    public void A_finding_without_a_line_is_the_first() =>
        Assert.Equal(1, FindingFingerprint.Occurrence(DiffBuilder.File("f", 1, "+x"), new LineLocation { Kind = LocationKind.NotFound }));

    private static int[] Occurrences(DiffFile file) =>
    [
        .. file.Hunks.SelectMany(hunk => hunk.Lines)
            .Where(line => line.Text.Contains("check", StringComparison.Ordinal))
            .Select(line => FindingFingerprint.Occurrence(file, LineLocator.Locate(file, line.Text, line.NewNumber, DiffSide.New))),
    ];
}
