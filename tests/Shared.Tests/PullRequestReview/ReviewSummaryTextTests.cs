using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.Tests.PullRequestReview;

public class ReviewSummaryTextTests
{
    [Fact]
    public void It_is_the_answers_headline_summary_and_risk() => Assert.Equal(
        "Do not merge yet.\n\nThe loop never ends.\n\nRisk: high.",
        ReviewSummaryText.From(
            new ReviewSummaryAnswer { Headline = "Do not merge yet. ", Summary = "The loop never ends.\n", Risk = ReviewRisk.High },
            SampleReport.Create()));

    [Fact]
    public void Without_an_answer_it_is_a_count() => Assert.Equal(
        "No summary was written. The review has 6 findings: 1 critical, 2 high, 2 medium, 1 low; 3 of 6 files reviewed, 1 partial, 1 skipped, 1 failed.",
        ReviewSummaryText.From(null, SampleReport.Create()));

    [Fact]
    public void Without_findings_it_says_so() =>
        Assert.Equal("No summary was written. The review has no findings; 0 of 0 files reviewed.", ReviewSummaryText.From(null, new ReviewReport { Id = "x" }));
}
