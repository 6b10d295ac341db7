using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Orchestrations.Tests.Fleet.TestCatalogue;

namespace Workflows.Orchestrations.Tests.Fleet;

public sealed class ModelCallFaultTests
{
    [Fact]
    public async Task A_pool_that_fails_is_left_for_the_next_one_at_once()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.Unavailable) : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal(["a", "b"], result.Attempts.Select(attempt => attempt.Pool));
        Assert.Equal(ModelCallStatus.Answered, result.Status);
    }

    [Fact]
    public async Task A_rate_limited_pool_without_alternative_is_asked_again_after_the_time_it_named()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(send.Lease.Id.EndsWith(":1", StringComparison.Ordinal)
                ? TestFleet.Fault(send, ModelSendStatus.RateLimited) with { RetryAfterSeconds = 7 }
                : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal(ModelCallStatus.Answered, result.Status);
        Assert.True(fleet.Sends.Last().Lease.GrantedAt - fleet.Sends.First().Lease.GrantedAt >= TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_pool_without_alternative_is_asked_again_until_it_is_back()
    {
        int calls = 0;
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(Interlocked.Increment(ref calls) < 8 ? TestFleet.Fault(send, ModelSendStatus.Unavailable) with { Seconds = 0 } : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, 8), (result.Status, result.Attempts.Count));
        Assert.Equal(Enumerable.Range(1, 8), result.Attempts.Select(attempt => attempt.Number));
        Assert.All(result.Attempts.Skip(1), attempt => Assert.Equal(ModelAttemptReason.Retry, attempt.Reason));
    }

    [Fact]
    public async Task An_outage_is_waited_out_until_the_deadline_and_no_longer()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Unavailable, "it is down") with { Seconds = 0 }));
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
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(Interlocked.Increment(ref calls) < 40 ? TestFleet.Fault(send, ModelSendStatus.Unavailable) with { Seconds = 0.5, Cost = 0.25m } : TestFleet.Answer(send)));

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
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a")),
            send => Task.FromResult(send.Request.Prompt.User == "poison" ? Broken(send) : TestFleet.Answer(send)));
        ModelCallRequest question = fleet.Request();
        await fleet.BeginManyAsync(question);

        ModelCallResult result = await fleet.CallAsync(question with { Prompt = question.Prompt with { User = "poison" } });

        Assert.Equal((ModelCallStatus.Failed, RetryPlan.MaxAlone), (result.Status, result.Attempts.Count));
        Assert.Equal("it is broken It failed at this request 6 times while it served others: the fault seems to be the request's.", result.Error);
    }

    [Fact]
    public async Task A_pool_that_goes_wrong_in_odd_ways_is_given_up_after_four_requests()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Failed, "broken")));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Failed, "broken", 4), (result.Status, result.Error, result.Attempts.Count));
    }

    [Fact]
    public async Task A_request_that_one_pool_refuses_goes_to_the_next()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(
            send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.Refused, "too long") : TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, "b"), (result.Status, result.Pool));
    }

    [Fact]
    public async Task A_request_that_every_pool_refuses_is_not_repeated()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a"), Pool("b")), send => Task.FromResult(TestFleet.Fault(send, ModelSendStatus.Refused, "too long")));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Refused, "too long", 2), (result.Status, result.Error, result.Attempts.Count));
    }

    [Fact]
    public async Task An_activity_that_breaks_counts_as_a_failed_request()
    {
        int calls = 0;
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a"), Pool("b")), send =>
            Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("a bug") : Task.FromResult(TestFleet.Answer(send)));

        ModelCallResult result = await fleet.CallAsync();

        Assert.Equal((ModelCallStatus.Answered, "a bug"), (result.Status, result.Attempts[0].Error));
    }

    private static ModelSendOutcome Broken(ModelSend send) => TestFleet.Fault(send, ModelSendStatus.Unavailable) with { HttpStatus = 500 };
}
