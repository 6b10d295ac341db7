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
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Answer(send, """{"x":1}""")));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, """{"x":1}""", "a", "m-a", true), (result.Status, result.Answer, result.Pool, result.Model, result.Simulated));
        Assert.Equal((10, 5, 1.0, null), (result.PromptTokens, result.CompletionTokens, result.Seconds, result.Error));
        Assert.Single(result.Attempts);
    }

    [Fact]
    public async Task A_call_that_has_ended_leaves_neither_lease_nor_ticket()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Answer(send)));

        await fleet.CallAsync();

        FleetState state = await fleet.StateAsync();
        Assert.Empty(state.Leases);
        Assert.Empty(state.Tickets);
    }

    [Fact]
    public async Task A_bad_answer_is_repaired_once_by_the_pool_that_gave_it()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
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
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.Invalid) : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal(["a", "a", "b"], result.Attempts.Select(attempt => attempt.Pool));
        Assert.Equal([ModelAttemptReason.First, ModelAttemptReason.Repair, ModelAttemptReason.Fallback], result.Attempts.Select(attempt => attempt.Reason));
        Assert.Empty(fleet.Sends.Last().Messages);
    }

    [Fact]
    public async Task With_no_other_pool_a_failed_repair_is_the_end()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Invalid, "no x")));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Failed, "no x", 2), (result.Status, result.Error, result.Attempts.Count));
    }

    [Fact]
    public async Task A_server_that_refuses_the_response_format_is_asked_once_without_it()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a")), send => Task.FromResult(
            send.UseResponseFormat ? TestFleet.Fault(send, ModelSendStatus.SchemaRejected) : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, 2), (result.Status, result.Attempts.Count));
    }

    [Fact]
    public async Task A_pool_that_fails_is_left_for_the_next_one_at_once()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.Unavailable) : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal(["a", "b"], result.Attempts.Select(attempt => attempt.Pool));
        Assert.Equal(ModelCallStatus.Answered, result.Status);
    }

    [Fact]
    public async Task A_rate_limited_pool_without_alternative_is_asked_again_after_the_time_it_named()
    {
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(send.Lease.Id.EndsWith(":1", StringComparison.Ordinal)
                ? TestFleet.Fault(send, ModelSendStatus.RateLimited) with { RetryAfterSeconds = 7 }
                : TestFleet.Answer(send)),
            timeScale: 50);

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal(ModelCallStatus.Answered, result.Status);
        Assert.True(fleet.Sends.Last().Lease.GrantedAt - fleet.Sends.First().Lease.GrantedAt >= TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_pool_without_alternative_is_asked_again_until_it_is_back()
    {
        int calls = 0;
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(Interlocked.Increment(ref calls) < 8 ? TestFleet.Fault(send, ModelSendStatus.Unavailable) with { Seconds = 0 } : TestFleet.Answer(send)),
            timeScale: 500);

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, 8), (result.Status, result.Attempts.Count));
        Assert.Equal(Enumerable.Range(1, 8), result.Attempts.Select(attempt => attempt.Number));
        Assert.All(result.Attempts.Skip(1), attempt => Assert.Equal(ModelAttemptReason.Retry, attempt.Reason));
    }

    [Fact]
    public async Task An_outage_is_waited_out_until_the_deadline_and_no_longer()
    {
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Unavailable, "it is down") with { Seconds = 0 }), timeScale: 100);
        ModelCallRequest request = fleet.Request(deadlineSeconds: 300);

        ModelCallResult result = await fleet.CallAsync(request);

        Assert.Equal(ModelCallStatus.TimedOut, result.Status);
        Assert.EndsWith("The last request: it is down", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Attempts.Count, 10, 32);
        Assert.All(fleet.Sends, send => Assert.True(send.Lease.GrantedAt < request.Deadline));
    }

    [Fact]
    public async Task Of_many_requests_the_first_and_the_latest_are_told_and_all_are_counted()
    {
        int calls = 0;
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(Interlocked.Increment(ref calls) < 40 ? TestFleet.Fault(send, ModelSendStatus.Unavailable) with { Seconds = 0.5, Cost = 0.25m } : TestFleet.Answer(send)),
            timeScale: 5_000);

        ModelCallResult result = await fleet.CallAsync(fleet.Request(deadlineSeconds: 250_000));

        Assert.Equal((ModelCallStatus.Answered, 32, 8), (result.Status, result.Attempts.Count, result.OmittedAttempts));
        Assert.Equal([1, 8, 17, 40], [result.Attempts[0].Number, result.Attempts[7].Number, result.Attempts[8].Number, result.Attempts[31].Number]);
        Assert.Equal((39 * 0.25m, (39 * 0.5) + 1), (result.Cost!.Value, result.Seconds));
        Assert.Equal([new ModelUse { Model = "a", Requests = 8, Seconds = 4 }], result.OmittedUse);
        Assert.Equal([("a", 39), ("m-a", 1)], ModelUse.Of(result.Attempts, result.OmittedUse).Select(use => (use.Model, use.Requests)));
    }

    [Fact]
    public async Task A_question_that_always_breaks_a_pool_which_serves_others_is_given_up()
    {
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(send.Request.Prompt.User == "poison" ? Broken(send) : TestFleet.Answer(send)),
            timeScale: 100);
        ModelCallRequest question = fleet.Request();
        string poisoned = await fleet.BeginAsync(question with { Prompt = question.Prompt with { User = "poison" } });
        Task<ModelCallResult> ending = fleet.ResultAsync(poisoned);
        while (!ending.IsCompleted)
        {
            Assert.Equal(ModelCallStatus.Answered, (await fleet.CallAsync()).Status);
        }

        ModelCallResult result = await ending;

        Assert.Equal(ModelCallStatus.Failed, result.Status);
        Assert.InRange(result.Attempts.Count, RetryPlan.MaxAlone, RetryPlan.MaxAlone + 2);
        Assert.Equal("it is broken It failed at this request 6 times while it served others: the fault seems to be the request's.", result.Error);
    }

    [Fact]
    public async Task A_call_that_rests_says_so()
    {
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.RateLimited) with { RetryAfterSeconds = 500 }));
        string id = await fleet.BeginAsync();

        string status = await fleet.StatusAsync($"{id}:call", text => text.Contains("asks again", StringComparison.Ordinal), "the call rests");

        Assert.Equal("\"asks again in 500 s, a: RateLimited\"", status);
    }

    [Fact]
    public async Task A_call_that_waits_for_its_turn_says_so()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a", concurrent: 1)), send => Task.FromResult(TestFleet.Answer(send)));
        fleet.Server = _ => fleet.Hang();
        await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Leases.Count == 1, "the first call has its lease");
        string queued = await fleet.BeginAsync();

        Assert.NotEmpty(await fleet.StatusAsync($"{queued}:call", text => !text.Contains("asking", StringComparison.Ordinal), "the second call waits"));
    }

    [Fact]
    public async Task A_request_carries_its_number_and_reason()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.RateLimited) : TestFleet.Answer(send)));

        await fleet.CallAsync();

        Assert.Equal([(1, ModelAttemptReason.First), (2, ModelAttemptReason.Fallback)], fleet.Sends.Select(send => (send.Attempt, send.Reason)));
    }

    [Fact]
    public async Task A_task_whose_pools_lie_in_another_fleet_is_sent_on_there()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a")) { TaskFleet = "heavy" }, send => Task.FromResult(TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, "a"), (result.Status, result.Pool));
        Assert.Empty((await fleet.StateAsync()).Charges);
    }

    [Fact]
    public async Task A_pool_that_goes_wrong_in_odd_ways_is_given_up_after_four_requests()
    {
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Failed, "broken")), timeScale: 50);

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Failed, "broken", 4), (result.Status, result.Error, result.Attempts.Count));
    }

    [Fact]
    public async Task A_request_that_one_pool_refuses_goes_to_the_next()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.Refused, "too long") : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, "b"), (result.Status, result.Pool));
    }

    [Fact]
    public async Task A_request_that_every_pool_refuses_is_not_repeated()
    {
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Refused, "too long")));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Refused, "too long", 2), (result.Status, result.Error, result.Attempts.Count));
    }

    [Fact]
    public async Task A_stale_lease_is_asked_for_anew_and_does_not_count()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a")), send => Task.FromResult(
            send.Lease.Id.EndsWith(":5", StringComparison.Ordinal) ? TestFleet.Answer(send) : new ModelSendOutcome { Status = ModelSendStatus.Stale }), timeScale: 50);

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, 5), (result.Status, result.Attempts.Count));
        Assert.True(fleet.Sends.Last().Lease.GrantedAt - fleet.Sends.First().Lease.GrantedAt >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task An_activity_that_breaks_counts_as_a_failed_request()
    {
        int calls = 0;
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a"), Pool("b")), send =>
            Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("a bug") : Task.FromResult(TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, "a bug"), (result.Status, result.Attempts[0].Error));
    }

    [Fact]
    public async Task A_task_that_the_catalogue_does_not_know_is_refused()
    {
        await using TestFleet fleet = TestFleet.Start(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync(fleet.Request(task: "F9"));

        Assert.Equal(ModelCallStatus.Refused, result.Status);
        Assert.Contains("F9", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_that_the_requests_have_used_up_ends_the_call()
    {
        await using TestFleet fleet = TestFleet.Start(
            new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.TimedOut) with { Seconds = send.TimeoutSeconds }));

        ModelCallResult result = await fleet.CallAsync(fleet.Request(budgetSeconds: 40));

        Assert.Equal((ModelCallStatus.TimedOut, 2, 40.0), (result.Status, result.Attempts.Count, result.Seconds));
        Assert.Equal([30.0, 10.0], fleet.Sends.Select(send => send.TimeoutSeconds));
    }

    private static ModelSendOutcome Broken(ModelSend send) => TestFleet.Fault(send, ModelSendStatus.Unavailable) with { HttpStatus = 500 };
}
