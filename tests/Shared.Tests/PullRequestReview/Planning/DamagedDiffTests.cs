using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Shared.Tests.PullRequestReview.Planning;

public class DamagedDiffTests
{
    private const string Head = "diff --git a/a.cs b/a.cs\n--- a/a.cs\n+++ b/a.cs\n";

    [Theory]
    [InlineData("@@ -1,50 +1,60 @@\n context\n+added\n")]
    [InlineData("@@ -1,2 +1,2 @@\nint [-old-]{+new+} = 1;\nreturn;\n")]
    public void A_hunk_with_other_lines_than_its_header_says_makes_the_review_partial(string hunk)
    {
        var file = Assert.Single(ReviewPlanner.Plan(Head + hunk).Files);

        Assert.Contains("cut off or damaged", file.Omitted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coloured_diff_is_refused_also_when_a_line_of_it_can_be_read()
    {
        const string Coloured = "\u001b[1mdiff --git a/a.cs b/a.cs\u001b[m\n\u001b[1mdiff --git a/b.png b/b.png\u001b[m\ndiff --git a/b.png b/b.png\nBinary files a/b.png and b/b.png differ\n";

        var error = Assert.Throws<InvalidDiffException>(() => ReviewPlanner.Plan(Coloured));

        Assert.Contains("--no-color", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_several_patches_of_a_series_change_says_so()
    {
        const string Hunk = "@@ -1 +1 @@\n-a\n+b\n";

        var files = ReviewPlanner.Plan(Head + Hunk + "\n" + Head + Hunk).Files;

        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.Contains("of 2 to this file", file.Note, StringComparison.Ordinal));
    }
}
