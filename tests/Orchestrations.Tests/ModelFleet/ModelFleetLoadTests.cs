using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Models;
using static Workflows.Orchestrations.Tests.Fleet.TestCatalogue;

namespace Workflows.Orchestrations.Tests.Fleet;

public sealed class ModelFleetLoadTests
{
    [Fact]
    public async Task Two_hundred_calls_on_a_pool_of_eight_are_all_answered_and_never_more_than_eight_at_once()
    {
        int running = 0;
        int peak = 0;
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a", concurrent: 8)), async send =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref peak, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return TestFleet.Answer(send);
        });

        string[] calls = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => fleet.BeginAsync()));
        ModelCallResult[] results = await Task.WhenAll(calls.Select(fleet.ResultAsync));

        Assert.All(results, result => Assert.Equal(ModelCallStatus.Answered, result.Status));
        Assert.InRange(peak, 1, 8);
    }

    [Fact]
    public async Task A_budget_that_frees_with_time_lets_the_next_calls_go()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(Pool("a", concurrent: 8, callsPerMinute: 5)), send => Task.FromResult(TestFleet.Answer(send)));

        string[] calls = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => fleet.BeginAsync()));
        await Task.WhenAll(calls.Select(fleet.ResultAsync));

        List<DateTimeOffset> sent = [.. fleet.Sends.Select(send => send.Lease.GrantedAt).Order()];
        Assert.All(sent.Skip(5).Zip(sent), pair => Assert.True(pair.First - pair.Second > TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_call_inside_a_critical_section_is_an_error_of_the_caller()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a")), send => Task.FromResult(TestFleet.Answer(send)));

        string id = await fleet.Client.ScheduleNewOrchestrationInstanceAsync("locked", fleet.Request(), TestContext.Current.CancellationToken);
        OrchestrationMetadata ended = await fleet.Client.WaitForInstanceCompletionAsync(id, true, TestContext.Current.CancellationToken);

        Assert.Contains("critical section", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    internal static async Task<ModelCallResult> CallWhileLockedAsync(TaskOrchestrationContext context, ModelCallRequest request)
    {
        await using (await context.Entities.LockEntitiesAsync(new EntityInstanceId("other", "x")))
        {
            return await context.CallModelAsync(request, "call");
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (seen < value && Interlocked.CompareExchange(ref target, value, seen) is int current && current != seen)
        {
            seen = current;
        }
    }
}
