namespace Workflows.Planner.Tests;

public sealed class ReviewPlanningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_review_with_the_documents_times_comes_close_to_its_bound()
    {
        Plan plan = await ReviewPlanning.RunAsync(new PlanRequest { Files = 12 }, Cancellation);

        Assert.True(plan.Complete, string.Join("; ", plan.Missing));
        Assert.Equal(12 * 9 + 3, plan.Requests);
        Assert.InRange(plan.OverBound, 1, 1.1);
        Assert.True(plan.Makespan <= plan.DocumentsAlgorithm);
        Assert.True(plan.CountersAgree);
        Assert.Equal("the secondary's rate", plan.Binds);
    }

    [Fact]
    public async Task Plans_of_the_same_request_send_the_same_calls_and_take_about_as_long()
    {
        PlanRequest request = new() { Files = 5, Profile = PlanProfile.Random, Budget = null };

        Plan first = await ReviewPlanning.RunAsync(request, Cancellation);
        Plan second = await ReviewPlanning.RunAsync(request, Cancellation);

        Assert.Equal(Sent(first), Sent(second));
        Assert.InRange(second.Makespan / first.Makespan, 0.8, 1.25);
    }

    [Fact]
    public async Task A_request_takes_as_long_as_the_profile_says_of_its_pool()
    {
        Plan plan = await ReviewPlanning.RunAsync(new PlanRequest { Files = 3, Profile = PlanProfile.Random, Budget = null }, Cancellation);

        Assert.All(plan.Sent, request => Assert.InRange(request.Ended - request.Sent - request.Seconds[request.Pool], 0, 0.001));
    }

    [Fact]
    public async Task A_budget_that_runs_out_is_what_binds()
    {
        Plan plan = await ReviewPlanning.RunAsync(new PlanRequest { Files = 12, Budget = TimeSpan.FromSeconds(90) }, Cancellation);

        Assert.False(plan.Complete);
        Assert.Equal("the pull request's budget", plan.Binds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PlanRequest.MaxFiles + 1)]
    public Task A_number_of_files_that_no_review_takes_is_refused(int files) =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReviewPlanning.RunAsync(new PlanRequest { Files = files }, Cancellation));

    private static IEnumerable<string> Sent(Plan plan) => plan.Sent.Select(request => request.Lease).Order(StringComparer.Ordinal);
}
