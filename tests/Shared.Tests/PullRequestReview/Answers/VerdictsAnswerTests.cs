using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.Tests.PullRequestReview.Answers;

public class VerdictsAnswerTests
{
    private static readonly VerdictsAnswer Answer = new()
    {
        Verdicts =
        [
            new Verdict { Index = 0, Ok = true },
            new Verdict { Index = 1, Ok = false },
            new Verdict { Index = 2, Ok = true },
            new Verdict { Index = 2, Ok = false },
            new Verdict { Index = 4, Ok = false },
            new Verdict { Index = 4, Ok = false },
        ],
    };

    [Theory]
    [InlineData(0, CheckResult.Passed)]
    [InlineData(1, CheckResult.Failed)]
    [InlineData(2, CheckResult.Unchecked)]
    [InlineData(3, CheckResult.Unchecked)]
    [InlineData(4, CheckResult.Failed)]
    public void A_verdict_counts_unless_it_is_missing_or_contradicts_itself(int index, CheckResult expected) =>
        Assert.Equal(expected, Answer.ResultFor(index));
}
