using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Orchestrations.Tests.Fleet.TestCatalogue;

namespace Workflows.Orchestrations.Tests.Fleet;

public sealed class ModelCallTests
{
    [Fact]
    public async Task An_answer_comes_with_what_it_took()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Answer(send, """{"x":1}""")));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, """{"x":1}""", "a", "m-a", true), (result.Status, result.Answer, result.Pool, result.Model, result.Simulated));
        Assert.Equal((10, 5, 1.0, null), (result.PromptTokens, result.CompletionTokens, result.Seconds, result.Error));
        Assert.Single(result.Attempts);
    }

    [Fact]
    public async Task A_call_that_has_ended_leaves_neither_lease_nor_ticket()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Answer(send)));

        await fleet.CallAsync();

        FleetState state = await fleet.StateAsync();
        Assert.Empty(state.Leases);
        Assert.Empty(state.Tickets);
    }

    [Fact]
    public async Task A_bad_answer_is_repaired_once_by_the_pool_that_gave_it()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Messages.Count == 0 ? TestFleet.Fault(send, ModelSendStatus.Invalid, "no x") : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal(ModelCallStatus.Answered, result.Status);
        Assert.Equal(["a", "a"], result.Attempts.Select(attempt => attempt.Pool));
        ModelSend repair = fleet.Sends.Last();
        Assert.Equal("{bad", repair.Messages[0].Text);
        Assert.Contains("no x", repair.Messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failed_repair_another_pool_is_asked_afresh()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.Invalid) : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal(["a", "a", "b"], result.Attempts.Select(attempt => attempt.Pool));
        Assert.Equal([ModelAttemptReason.First, ModelAttemptReason.Repair, ModelAttemptReason.Fallback], result.Attempts.Select(attempt => attempt.Reason));
        Assert.Empty(fleet.Sends.Last().Messages);
    }

    [Fact]
    public async Task With_no_other_pool_a_failed_repair_is_the_end()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Invalid, "no x")));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Failed, "no x", 2), (result.Status, result.Error, result.Attempts.Count));
    }

    [Fact]
    public async Task A_server_that_refuses_the_response_format_is_asked_once_without_it()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")), send => Task.FromResult(
            send.UseResponseFormat ? TestFleet.Fault(send, ModelSendStatus.SchemaRejected) : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, 2), (result.Status, result.Attempts.Count));
    }

    [Fact]
    public async Task A_call_that_rests_says_so()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.RateLimited) with { RetryAfterSeconds = 500 }));
        string id = await fleet.BeginAsync();

        string status = await fleet.StatusAsync($"{id}:call", text => text.Contains("asks again", StringComparison.Ordinal), "the call rests");

        Assert.Equal("\"asks again in 500 s, a: RateLimited\"", status);
    }

    [Fact]
    public async Task A_call_that_waits_for_its_turn_says_so()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a", concurrent: 1)), send => Task.FromResult(TestFleet.Answer(send)));
        fleet.Server = _ => fleet.Hang();
        await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Leases.Count == 1, "the first call has its lease");
        string queued = await fleet.BeginAsync();

        Assert.NotEmpty(await fleet.StatusAsync($"{queued}:call", text => !text.Contains("asking", StringComparison.Ordinal), "the second call waits"));
    }

    [Fact]
    public async Task A_request_carries_its_number_and_reason()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.RateLimited) : TestFleet.Answer(send)));

        await fleet.CallAsync();

        Assert.Equal([(1, ModelAttemptReason.First), (2, ModelAttemptReason.Fallback)], fleet.Sends.Select(send => (send.Attempt, send.Reason)));
    }

    [Fact]
    public async Task A_task_whose_pools_lie_in_another_fleet_is_sent_on_there()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")) { TaskFleet = "heavy" }, send => Task.FromResult(TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, "a"), (result.Status, result.Pool));
        Assert.Empty((await fleet.StateAsync()).Charges);
    }

    [Fact]
    public async Task A_stale_lease_is_asked_for_anew_and_does_not_count()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")), send => Task.FromResult(
            send.Lease.Id.EndsWith(":5", StringComparison.Ordinal) ? TestFleet.Answer(send) : new ModelSendOutcome { Status = ModelSendStatus.Stale }));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, 5), (result.Status, result.Attempts.Count));
        Assert.True(fleet.Sends.Last().Lease.GrantedAt - fleet.Sends.First().Lease.GrantedAt >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_task_that_the_catalogue_does_not_know_is_refused()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync(fleet.Request(task: "F9"));

        Assert.Equal(ModelCallStatus.Refused, result.Status);
        Assert.Contains("F9", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_that_the_requests_have_used_up_ends_the_call()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.TimedOut) with { Seconds = send.TimeoutSeconds }));

        ModelCallResult result = await fleet.CallAsync(fleet.Request(budgetSeconds: 40));

        Assert.Equal((ModelCallStatus.TimedOut, 2, 40.0), (result.Status, result.Attempts.Count, result.Seconds));
        Assert.Equal([30.0, 10.0], fleet.Sends.Select(send => send.TimeoutSeconds));
    }
}
