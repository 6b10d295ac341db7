using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Findings;

namespace Workflows.Shared.Tests.PullRequestReview.Findings;

public class CrossFileSettlementTests
{
    private static readonly DiffFile[] Files = [DiffBuilder.File("src/a.cs", 5, "+    Send(order);"), DiffBuilder.File("src/b.cs", 50, "+    Receive(order, now);")];

    [Fact]
    public void A_finding_is_placed_in_the_file_it_names()
    {
        var finding = Assert.Single(Settle(Stated("src/b.cs", "Receive(order, now);")));

        Assert.Equal(("src/b.cs", 50, DiffSide.New, CheckResult.Passed), (finding.Path, finding.Line, finding.Side, finding.Checks.Location));
    }

    [Fact]
    public void A_quotation_from_another_file_than_the_named_one_leaves_it_without_a_line()
    {
        var finding = Assert.Single(Settle(Stated("src/a.cs", "Receive(order, now);")));

        Assert.Equal((null, CheckResult.Failed), (finding.Line, finding.Checks.Location));
    }

    [Theory]
    [InlineData("src/c.cs")]
    [InlineData("SRC/A.CS")]
    [InlineData("../src/a.cs")]
    [InlineData("a.cs")]
    public void A_finding_about_a_file_that_the_diff_lacks_goes(string path) => Assert.Empty(Settle(Stated(path, "Send(order);")));

    [Fact]
    public void The_same_finding_twice_has_two_ids() =>
        Assert.Equal(2, Settle(Stated("src/a.cs", "Send(order);"), Stated("src/a.cs", "Send(order);")).DistinctBy(finding => finding.Id).Count());

    private static IReadOnlyList<Finding> Settle(params CrossFileAnswerFinding[] findings) =>
        FindingSettlement.SettleAcross(Files, new CrossFileFindingsAnswer { Findings = findings }, "qwen3");

    private static CrossFileAnswerFinding Stated(string path, string quote) => new()
    {
        Path = path,
        Category = "agreement",
        Title = "The sides differ",
        Message = "One sends what the other does not take.",
        Quote = quote,
        Line = 1,
    };
}
