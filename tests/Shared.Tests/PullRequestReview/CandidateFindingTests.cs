using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.Tests.PullRequestReview;

public class CandidateFindingTests
{
    private static readonly AnswerFinding Answer = new()
    {
        Severity = FindingSeverity.High,
        Category = "race",
        Title = "t",
        Message = "m",
        Line = 400,
        EndLine = 500,
        Side = DiffSide.Old,
        Quote = "q",
        Suggestion = " ",
        Confidence = 0.5,
    };

    [Fact]
    public void The_place_is_the_one_found_not_the_one_claimed()
    {
        var candidate = CandidateFinding.From(Answer, "qwen3", 4, 5, DiffSide.New);

        Assert.Equal((4, 5, DiffSide.New), (candidate.Line, candidate.EndLine, candidate.Side));
        Assert.Equal(["qwen3"], candidate.FoundBy);
        Assert.Null(candidate.Suggestion);
    }

    [Fact]
    public void Where_no_line_was_found_there_is_no_side_and_no_end()
    {
        var candidate = CandidateFinding.From(Answer, "qwen3", null, 5, DiffSide.New);

        Assert.Equal((null, null, null), (candidate.Line, candidate.EndLine, candidate.Side));
    }

    [Fact]
    public void The_reports_finding_keeps_everything()
    {
        var checks = new FindingChecks { Accuracy = CheckResult.Passed };

        var finding = CandidateFinding.From(Answer, "qwen3", 4, 5, DiffSide.New).ToFinding("id", checks, "a.cs");

        Assert.Equal(("id", "race", "t", "m", "a.cs", 4, 5, "q"), (finding.Id, finding.Category, finding.Title, finding.Message, finding.Path, finding.Line, finding.EndLine, finding.Quote));
        Assert.Equal((FindingSeverity.High, DiffSide.New, 0.5, checks), (finding.Severity, finding.Side, finding.Confidence, finding.Checks));
    }
}
