using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Orchestrations.Tests.Fleet.TestCatalogue;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>Calls that are abandoned, late, terminated or interrupted, and those who wait behind them.</summary>
public sealed class ModelCallEndingTests
{
    [Fact]
    public async Task A_call_abandoned_while_queued_takes_its_ticket_back()
    {
        await using TestFleet fleet = await HangingFleetAsync();
        await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Leases.Count == 1, "the first call has its lease");
        string queued = await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Tickets.Count == 1, "the second call waits");

        await fleet.Client.RaiseEventAsync(queued, "abandon", "", TestContext.Current.CancellationToken);
        ModelCallResult result = await fleet.ResultAsync(queued);

        Assert.Equal((ModelCallStatus.Cancelled, 0), (result.Status, result.Attempts.Count));
        Assert.Empty((await fleet.StateAsync()).Tickets);
    }

    [Fact]
    public async Task A_call_abandoned_while_sending_ends_at_once_and_the_next_one_goes()
    {
        await using TestFleet fleet = await HangingFleetAsync();
        string sending = await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Leases.Count == 1, "the first call has its lease");
        string queued = await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Tickets.Count == 1, "the second call waits");
        await fleet.UntilAsync(_ => fleet.Hangs > 0, "the first request is under way");
        fleet.Server = send => Task.FromResult(TestFleet.Answer(send));

        await fleet.Client.RaiseEventAsync(sending, "abandon", "", TestContext.Current.CancellationToken);

        Assert.Equal(ModelCallStatus.Cancelled, (await fleet.ResultAsync(sending)).Status);
        Assert.Equal(ModelCallStatus.Answered, (await fleet.ResultAsync(queued)).Status);
    }

    [Fact]
    public async Task A_deadline_ends_a_call_that_is_queued_and_one_that_is_sending()
    {
        await using TestFleet fleet = await HangingFleetAsync();
        string sending = await fleet.BeginAsync(fleet.Request(deadlineSeconds: 40));
        await fleet.UntilAsync(state => state.Leases.Count == 1, "the first call has its lease");
        string queued = await fleet.BeginAsync(fleet.Request(deadlineSeconds: 10));

        Assert.Equal(ModelCallStatus.TimedOut, (await fleet.ResultAsync(queued)).Status);
        ModelCallResult sent = await fleet.ResultAsync(sending);
        Assert.Equal((ModelCallStatus.TimedOut, 1), (sent.Status, sent.Attempts.Count));
    }

    [Fact]
    public async Task The_lease_of_a_terminated_call_ends_by_itself()
    {
        await using TestFleet fleet = await HangingFleetAsync();
        string holder = await fleet.BeginAsync();
        await fleet.UntilAsync(_ => fleet.Hangs > 0, "the first request is under way");
        await fleet.Client.TerminateInstanceAsync($"{holder}:call", TestContext.Current.CancellationToken);
        fleet.Server = send => Task.FromResult(TestFleet.Answer(send));

        ModelCallResult next = await fleet.CallAsync();

        Assert.Equal(ModelCallStatus.Answered, next.Status);
        Assert.Equal(ModelCallStatus.Failed, (await fleet.ResultAsync(holder)).Status);
    }

    [Fact]
    public async Task A_waiter_that_was_terminated_is_passed_over()
    {
        await using TestFleet fleet = await HangingFleetAsync(timeoutSeconds: 3_000);
        string holder = await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Leases.Count == 1, "the first call has its lease");
        string dead = await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Tickets.Count == 1, "the second call waits");
        await fleet.Client.TerminateInstanceAsync($"{dead}:call", TestContext.Current.CancellationToken);
        string last = await fleet.BeginAsync();
        await fleet.UntilAsync(state => state.Tickets.Count == 2, "the third call waits");
        await fleet.UntilAsync(_ => fleet.Hangs > 0, "the first request is under way");
        fleet.Server = send => Task.FromResult(TestFleet.Answer(send));

        await fleet.Client.RaiseEventAsync(holder, "abandon", "", TestContext.Current.CancellationToken);

        Assert.Equal(ModelCallStatus.Answered, (await fleet.ResultAsync(last)).Status);
    }

    [Fact]
    public async Task A_call_in_the_middle_of_its_request_goes_on_after_a_restart()
    {
        await using TestFleet fleet = await HangingFleetAsync();
        string call = await fleet.BeginAsync();
        await fleet.UntilAsync(_ => fleet.Hangs > 0, "the request is under way");
        fleet.Server = send => Task.FromResult(TestFleet.Answer(send));

        await fleet.RestartAsync();
        ModelCallResult result = await fleet.ResultAsync(call);

        Assert.Equal((ModelCallStatus.Answered, 1), (result.Status, result.Attempts.Count));
        Assert.Empty((await fleet.StateAsync()).Leases);
    }

    [Fact]
    public async Task A_queue_goes_on_after_a_restart()
    {
        await using TestFleet fleet = await HangingFleetAsync();
        List<string> calls = [];
        for (int i = 0; i < 5; i++)
        {
            calls.Add(await fleet.BeginAsync());
        }

        await fleet.UntilAsync(state => state.Leases.Count == 1 && state.Tickets.Count == 4, "one call sends and four wait");
        await fleet.UntilAsync(_ => fleet.Hangs > 0, "the first request is under way");
        fleet.Server = send => Task.FromResult(TestFleet.Answer(send));
        await fleet.RestartAsync();

        foreach (string call in calls)
        {
            Assert.Equal(ModelCallStatus.Answered, (await fleet.ResultAsync(call)).Status);
        }
    }

    private static async Task<TestFleet> HangingFleetAsync(int timeoutSeconds = 1)
    {
        TestFleet fleet = null!;
        return fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a", concurrent: 1, timeoutSeconds: timeoutSeconds)), _ => fleet.Hang());
    }
}
