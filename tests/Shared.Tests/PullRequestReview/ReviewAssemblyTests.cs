using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Shared.Tests.PullRequestReview;

public class ReviewAssemblyTests
{
    private static readonly ReviewPlan Plan = ReviewPlanner.Plan(New("a.cs", "var a = 1;") + New("yarn.lock", "x") + New("b.cs", "var b = 2;"));

    [Fact]
    public void A_review_that_lacks_nothing_is_complete()
    {
        var report = Report(Plan, [Result(0), Result(2)]);

        Assert.Equal(ReviewStatus.Complete, report.Status);
        Assert.Empty(report.Missing);
        Assert.Equal(["a.cs", "yarn.lock", "b.cs"], report.Files.Select(file => file.Path));
        Assert.Equal([FileReviewStatus.Reviewed, FileReviewStatus.Skipped, FileReviewStatus.Reviewed], report.Files.Select(file => file.Status));
    }

    [Fact]
    public void What_a_file_or_the_review_lacks_makes_it_partial_and_is_named()
    {
        var report = Report(Plan, [Result(0), Result(2) with { Missing = ["b.cs: late"] }], "The pull request: no summary");

        Assert.Equal(ReviewStatus.Partial, report.Status);
        Assert.Equal(["The pull request: no summary", "b.cs: late"], report.Missing);
    }

    [Fact]
    public void One_failed_file_of_several_makes_it_partial() =>
        Assert.Equal(ReviewStatus.Partial, Report(Plan, [Result(0), ReviewAssembly.Failed(Plan.Files[2], "broken")]).Status);

    [Fact]
    public void All_reviewed_files_failed_makes_it_failed_whatever_was_skipped()
    {
        var report = Report(Plan, [ReviewAssembly.Failed(Plan.Files[0], "broken"), ReviewAssembly.Failed(Plan.Files[2], "broken")]);

        Assert.Equal(ReviewStatus.Failed, report.Status);
        Assert.Equal(2, report.Missing.Count);
    }

    [Fact]
    public void Nothing_to_review_is_complete_and_says_so()
    {
        var report = Report(ReviewPlanner.Plan(New("yarn.lock", "x")), []);

        Assert.Equal(ReviewStatus.Complete, report.Status);
        Assert.Contains("Nothing to review", report.Summary, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(report.Files).Reason);
    }

    [Fact]
    public void A_file_that_did_not_fit_into_the_overview_is_named_as_missing()
    {
        var report = Report(Plan with { NotInOverview = ["b.cs"] }, [Result(0), Result(2)]);

        Assert.Equal(ReviewStatus.Partial, report.Status);
        Assert.Contains("b.cs", Assert.Single(report.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overview_that_nobody_needed_is_not_missed()
    {
        var plan = ReviewPlanner.Plan(New("a.cs", "var a = 1;"));

        Assert.Equal(ReviewStatus.Complete, Report(plan with { NotInOverview = ["a.cs"] }, [Result(0)]).Status);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void One_simulated_answer_marks_the_whole_report(bool outside, bool inside, bool simulated) => Assert.Equal(simulated, ReviewAssembly.Report(
        "id", Request(), Plan, [Result(0), Result(2) with { Simulated = inside }], [], null, null, [], [], outside, TimeSpan.Zero).Simulated);

    [Fact]
    public void The_files_usage_is_added_to_the_reviews_own()
    {
        ModelUsage one = new() { Model = "qwen3", Calls = 1, PromptTokens = 10 };
        var report = ReviewAssembly.Report(
            "id", Request(), Plan, [Result(0) with { Usage = [one] }, Result(2) with { Usage = [one] }], [], null, null, [], [one], false, TimeSpan.Zero);

        Assert.Equal((3, 30), (report.Usage[0].Calls, report.Usage[0].PromptTokens));
    }

    [Fact]
    public void Without_a_refined_description_the_stated_one_stands() =>
        Assert.Equal("A title\nA text", ReviewAssembly.StatedIntent(Request() with { Title = "A title", Description = "A text" })!.Intent);

    [Fact]
    public void Nothing_stated_is_no_intent() => Assert.Null(ReviewAssembly.StatedIntent(Request() with { Title = " ", Description = null }));

    private static ReviewReport Report(ReviewPlan plan, FileReviewResult[] files, params string[] missing) => ReviewAssembly.Report(
        "id", Request(), plan, files, [], null, new ReviewSummaryAnswer { Headline = "Fine.", Summary = "All is fine." }, missing, [], false, TimeSpan.FromSeconds(1));

    private static FileReviewResult Result(int index) => new() { Report = new FileReport { Path = Plan.Files[index].Diff.Path, Status = FileReviewStatus.Reviewed } };

    private static ReviewRequest Request() => new() { Diff = "unused" };

    private static string New(string path, string line) =>
        $"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+{line}\n";
}
