using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Findings;

namespace Workflows.Shared.Tests.PullRequestReview.Findings;

public class FindingIntakeTests
{
    private static readonly DiffFile File = DiffBuilder.File("a.cs", 10, " {", "+    Check(one);", "+    Check(one);", "+    Load(two);", " }");

    [Fact]
    public void The_place_is_that_of_the_quotation_and_the_model_is_the_finder()
    {
        var taken = Assert.Single(FindingIntake.Take(File, [Stated("Load(two);", 99)], "qwen3"));

        Assert.Equal((13, DiffSide.New, true), (taken.Finding.Line, taken.Finding.Side, taken.Location.Moved));
        Assert.Equal(["qwen3"], taken.Finding.FoundBy);
    }

    [Fact]
    public void Line_zero_is_no_claim_and_so_no_drift() => Assert.False(FindingIntake.Take(File, [Stated("Load(two);", 0)], "qwen3")[0].Location.Moved);

    [Theory]
    [InlineData("Check(one);", 13)]
    [InlineData("Nowhere(three);", 11)]
    [InlineData("", 11)]
    public void Without_one_place_the_claimed_line_goes_too(string quote, int line)
    {
        var finding = FindingIntake.Take(File, [Stated(quote, line)], "qwen3")[0].Finding;

        Assert.Equal((null, null, null), (finding.Line, finding.EndLine, finding.Side));
    }

    private static AnswerFinding Stated(string quote, int line) => new()
    {
        Category = "logic",
        Title = "title",
        Message = "message",
        Quote = quote,
        Line = line,
        EndLine = line + 1,
    };
}
