using System.Collections.Concurrent;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Testing;

public sealed class AutoAdvanceWorkTests : AutoAdvanceScenario
{
    [Fact]
    public async Task The_clock_stands_while_an_activity_waits_for_what_is_not_time()
    {
        VirtualTime real = new();
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using DurableTestHost host = await StartAsync(
            r => AddRace(r).AddActivityFunc("ask", _ =>
            {
                entered.SetResult();
                return answer.Task;
            }),
            options => options.RealTime = real);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("race", Stop);
        Task<OrchestrationMetadata> end = host.Client.WaitForInstanceCompletionAsync(id, true, Stop);
        await entered.Task.WaitAsync(Stop);
        await UntilAsync(() => host.Core.Work.InHand == 1);

        real.Advance(Day);
        answer.SetResult("answer");

        Assert.Equal(("answer", Start), ((await end).ReadOutputAs<string>(), Time.GetUtcNow()));
    }

    [Fact]
    public async Task An_activity_that_is_slow_by_the_clock_loses_against_a_timer()
    {
        await using DurableTestHost host = await StartAsync(r => AddRace(r).AddActivityFunc("ask", async _ =>
        {
            await Task.Delay(Day * 2, Time);
            return "answer";
        }));

        OrchestrationMetadata ended = await RunAsync(host, "race");

        Assert.Equal(("too late", Start + Day), (ended.ReadOutputAs<string>(), Time.GetUtcNow()));
    }

    [Fact]
    public async Task Without_a_quiet_period_an_activity_that_works_under_a_timeout_holds_the_clock()
    {
        VirtualTime real = new();
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using DurableTestHost host = await StartAsync(
            r => AddRace(r).AddActivityFunc("ask", async _ => await answer.Task.WaitAsync(Day / 2, Time)),
            options => (options.RealTime, options.QuietPeriod) = (real, Timeout.InfiniteTimeSpan));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("race", Stop);
        Task<OrchestrationMetadata> end = host.Client.WaitForInstanceCompletionAsync(id, true, Stop);
        await UntilAsync(() => host.Core.Work.InHand == 1 && Time.Owners.Count == 1);

        real.Advance(Day);
        answer.SetResult("answer");

        Assert.Equal(("answer", Start), ((await end).ReadOutputAs<string>(), Time.GetUtcNow()));
    }

    [Fact]
    public async Task Activities_that_wait_for_the_clock_are_woken_also_when_more_wait_than_may_run_at_once()
    {
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("many", context => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => context.CallActivityAsync("wait"))))
                .AddActivityFunc("wait", _ => Task.Delay(TimeSpan.FromHours(1), Time)),
            options => options.ConfigureEngine = engine => engine.MaxConcurrentActivities = 2);

        await RunAsync(host, "many");

        Assert.Equal(Start.AddHours(3), Time.GetUtcNow());
    }

    [Fact]
    public async Task An_activity_that_works_holds_the_clock_for_one_that_waits_for_it()
    {
        VirtualTime real = new();
        TaskCompletionSource working = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("both", context => Task.WhenAll(context.CallActivityAsync("work"), context.CallActivityAsync("wait")))
                .AddActivityFunc("work", _ => working.Task)
                .AddActivityFunc("wait", _ => Task.Delay(Day, Time)),
            options => options.RealTime = real);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("both", Stop);
        Task<OrchestrationMetadata> end = host.Client.WaitForInstanceCompletionAsync(id, Stop);
        await UntilAsync(() => host.Core.Work.InHand == 2 && Time.Owners.Count == 1);

        real.Advance(Day);
        Assert.Equal(Start, Time.GetUtcNow());
        working.SetResult();
        await UntilAsync(() =>
        {
            real.Advance(TimeSpan.FromSeconds(1));
            return end.IsCompleted;
        });

        Assert.Equal(Start + Day, Time.GetUtcNow());
    }

    [Fact]
    public async Task An_activity_that_waits_for_another_instance_waits_for_time()
    {
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("sleep", context => context.CreateTimer(Day, CancellationToken.None))
                .AddOrchestratorFunc("outer", context => context.CallActivityAsync("wait for sleep"))
                .AddActivity<WaitForSleep>("wait for sleep"));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await RunAsync(host, "outer")).RuntimeStatus);
        Assert.Equal(Start + Day, Time.GetUtcNow());
    }

    [Fact]
    public async Task An_entity_operation_that_waits_for_the_clock_is_woken()
    {
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("ask", context => context.Entities.CallEntityAsync<int>(new EntityInstanceId("slow", "one"), "wait"))
                .AddEntity<Slow>("slow"));

        Assert.Equal(7, (await RunAsync(host, "ask")).ReadOutputAs<int>());
        Assert.Equal(Start.AddHours(7), Time.GetUtcNow());
    }

    [Fact]
    public async Task Entities_that_wait_for_the_clock_are_woken_also_when_more_wait_than_may_run_at_once()
    {
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("ask", context => Task.WhenAll(
                    Enumerable.Range(0, 3).Select(i => context.Entities.CallEntityAsync<int>(new EntityInstanceId("slow", $"{i}"), "wait"))))
                .AddEntity<Slow>("slow"),
            options => options.ConfigureEngine = engine => engine.MaxConcurrentEntities = 1);

        await RunAsync(host, "ask");

        Assert.Equal(Start.AddHours(21), Time.GetUtcNow());
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static DurableTaskRegistry AddRace(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string>("race", async context =>
    {
        Task<string> ask = context.CallActivityAsync<string>("ask");
        return await Task.WhenAny(ask, context.CreateTimer(Day, CancellationToken.None)) == ask ? await ask : "too late";
    });

    private sealed class WaitForSleep(DurableTaskClient client) : TaskActivity<object?, string>
    {
        public override async Task<string> RunAsync(TaskActivityContext context, object? input)
        {
            string id = await client.ScheduleNewOrchestrationInstanceAsync("sleep", Stop);
            return (await client.WaitForInstanceCompletionAsync(id, Stop)).InstanceId;
        }
    }

    private sealed class Slow(TimeProvider time) : TaskEntity<int>
    {
        public async Task<int> Wait()
        {
            await Task.Delay(TimeSpan.FromHours(7), time);
            return 7;
        }
    }
}
