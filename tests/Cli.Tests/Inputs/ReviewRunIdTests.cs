using Workflows.Cli.Inputs;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Cli.Tests.Inputs;

public sealed class ReviewRunIdTests
{
    private static readonly ReviewRequest Request = new() { Diff = "d", Title = "t", Description = "x", Rules = "r", Source = "a.diff" };

    [Fact]
    public void An_id_is_short_and_fit_for_addresses_and_files() => Assert.Matches("^review-[0-9a-f]{16}$", ReviewRunId.Of(Request, null));

    [Fact]
    public void The_same_input_has_the_same_id_wherever_it_came_from() =>
        Assert.Equal(ReviewRunId.Of(Request, null), ReviewRunId.Of(Request with { Source = "-" }, null));

    [Fact]
    public void Every_part_of_the_input_counts()
    {
        ReviewRequest[] others =
        [
            Request,
            Request with { Diff = "D" },
            Request with { Title = "T" },
            Request with { Title = null },
            Request with { Title = "" },
            Request with { Description = "X" },
            Request with { Rules = "R" },
            Request with { Title = "tx", Description = "" },
        ];

        Assert.Equal(others.Length, others.Select(one => ReviewRunId.Of(one, null)).Distinct().Count());
    }

    [Fact]
    public void A_fresh_id_shows_to_what_input_it_belongs() => Assert.Equal($"{ReviewRunId.Of(Request, null)}-ab12", ReviewRunId.Of(Request, "ab12"));
}
