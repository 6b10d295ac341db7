using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Tests.PullRequestReview;

public class ReviewBudgetsTests
{
    [Fact]
    public void The_defaults_are_the_documents_and_valid()
    {
        var budgets = new ReviewBudgets();

        Assert.Equal((60, 120, 600), (budgets.Task.TotalSeconds, budgets.File.TotalSeconds, budgets.PullRequest.TotalSeconds));
        Assert.Empty(budgets.Validate());
    }

    [Fact]
    public void A_budget_under_a_second_or_over_a_day_is_an_error_that_names_it()
    {
        Assert.Equal(
            ["The Task budget must lie between 1 second and 1 day; it is 00:00:00."],
            new ReviewBudgets { Task = TimeSpan.Zero }.Validate());
        Assert.Equal(
            ["The PullRequest budget must lie between 1 second and 1 day; it is 2.00:00:00."],
            new ReviewBudgets { PullRequest = TimeSpan.FromDays(2) }.Validate());
    }

    [Fact]
    public void A_smaller_level_must_fit_into_the_larger_one()
    {
        var errors = new ReviewBudgets { Task = TimeSpan.FromSeconds(130), File = TimeSpan.FromSeconds(700) }.Validate();

        Assert.Equal(["The File budget (00:11:40) must not exceed the PullRequest budget (00:10:00)."], errors);
    }
}
