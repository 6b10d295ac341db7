using System.Collections.Concurrent;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Testing;

public sealed class AutoAdvanceTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly VirtualTime _time = new();

    private DateTimeOffset Start { get; } = new VirtualTime().GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(24)]
    [InlineData(24 * 365 * 20)]
    public async Task A_timer_of_any_length_is_over_at_once_and_in_time(int hours)
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("sleep", context => context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None)));

        OrchestrationMetadata ended = await RunAsync(host, "sleep");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, Start.AddHours(hours), Start.AddHours(hours)), (ended.RuntimeStatus, ended.LastUpdatedAt, _time.GetUtcNow()));
    }

    [Fact]
    public async Task Retries_wait_their_intervals_by_the_clock()
    {
        ConcurrentQueue<TimeSpan> attempts = [];
        TaskOptions retry = new(new RetryPolicy(4, TimeSpan.FromMinutes(1), backoffCoefficient: 3));
        await using DurableTestHost host = await StartAsync(r => r
            .AddOrchestratorFunc("retry", context => context.CallActivityAsync("fails", options: retry))
            .AddActivityFunc("fails", _ =>
            {
                attempts.Enqueue(_time.GetUtcNow() - Start);
                throw new InvalidOperationException("no");
            }));

        await RunAsync(host, "retry");

        Assert.Equal([0, 1, 4, 13], attempts.Select(a => a.TotalMinutes));
    }

    [Fact]
    public async Task Time_stands_still_while_the_test_waits_for_nothing()
    {
        await using DurableTestHost host = await StartAsync(r => AddEventOrTimeout(r));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("event or timeout", Stop);
        await host.WhenIdleAsync(Stop);

        await host.Client.RaiseEventAsync(id, "go", "came", Stop);
        OrchestrationMetadata ended = await host.Client.WaitForInstanceCompletionAsync(id, true, Stop);

        Assert.Equal(("came", Start), (ended.ReadOutputAs<string>(), _time.GetUtcNow()));
    }

    [Fact]
    public async Task What_waits_for_an_event_with_a_timeout_times_out_when_none_comes()
    {
        await using DurableTestHost host = await StartAsync(r => AddEventOrTimeout(r));

        OrchestrationMetadata ended = await RunAsync(host, "event or timeout");

        Assert.Equal(("timeout", Start + Day), (ended.ReadOutputAs<string>(), _time.GetUtcNow()));
    }

    [Fact]
    public async Task A_timer_that_was_cancelled_does_not_move_the_clock()
    {
        await using DurableTestHost host = await StartAsync(r => AddEventOrTimeout(r).AddOrchestratorFunc("wait", context => context.WaitForExternalEvent<string>("go")));
        string cancels = await host.Client.ScheduleNewOrchestrationInstanceAsync("event or timeout", Stop);
        string waits = await host.Client.ScheduleNewOrchestrationInstanceAsync("wait", Stop);
        await host.Client.RaiseEventAsync(cancels, "go", "came", Stop);
        await host.WhenIdleAsync(Stop);

        Task<OrchestrationMetadata> end = host.Client.WaitForInstanceCompletionAsync(waits, Stop);
        await host.WhenIdleAsync(Stop);
        await host.Client.RaiseEventAsync(waits, "go", "came", Stop);
        await end;

        Assert.Equal(Start, _time.GetUtcNow());
    }

    [Fact]
    public async Task An_instance_that_starts_later_is_waited_for()
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("quick", _ => 1));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("quick", null, new StartOrchestrationOptions(StartAt: Start + Day), Stop);

        await host.Client.WaitForInstanceStartAsync(id, Stop);

        Assert.Equal(Start + Day, _time.GetUtcNow());
    }

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

        Assert.Equal(("answer", Start), ((await end).ReadOutputAs<string>(), _time.GetUtcNow()));
    }

    [Fact]
    public async Task An_activity_that_is_slow_by_the_clock_loses_against_a_timer()
    {
        await using DurableTestHost host = await StartAsync(r => AddRace(r).AddActivityFunc("ask", async _ =>
        {
            await Task.Delay(Day * 2, _time);
            return "answer";
        }));

        OrchestrationMetadata ended = await RunAsync(host, "race");

        Assert.Equal(("too late", Start + Day), (ended.ReadOutputAs<string>(), _time.GetUtcNow()));
    }

    [Fact]
    public async Task Without_a_quiet_period_an_activity_that_works_under_a_timeout_holds_the_clock()
    {
        VirtualTime real = new();
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using DurableTestHost host = await StartAsync(
            r => AddRace(r).AddActivityFunc("ask", async _ => await answer.Task.WaitAsync(Day / 2, _time)),
            options => (options.RealTime, options.QuietPeriod) = (real, Timeout.InfiniteTimeSpan));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("race", Stop);
        Task<OrchestrationMetadata> end = host.Client.WaitForInstanceCompletionAsync(id, true, Stop);
        await UntilAsync(() => host.Core.Work.InHand == 1 && _time.Owners.Count == 1);

        real.Advance(Day);
        answer.SetResult("answer");

        Assert.Equal(("answer", Start), ((await end).ReadOutputAs<string>(), _time.GetUtcNow()));
    }

    [Fact]
    public async Task Activities_that_wait_for_the_clock_are_woken_also_when_more_wait_than_may_run_at_once()
    {
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("many", context => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => context.CallActivityAsync("wait"))))
                .AddActivityFunc("wait", _ => Task.Delay(TimeSpan.FromHours(1), _time)),
            options => options.ConfigureEngine = engine => engine.MaxConcurrentActivities = 2);

        await RunAsync(host, "many");

        Assert.Equal(Start.AddHours(3), _time.GetUtcNow());
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
                .AddActivityFunc("wait", _ => Task.Delay(Day, _time)),
            options => options.RealTime = real);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("both", Stop);
        Task<OrchestrationMetadata> end = host.Client.WaitForInstanceCompletionAsync(id, Stop);
        await UntilAsync(() => host.Core.Work.InHand == 2 && _time.Owners.Count == 1);

        real.Advance(Day);
        Assert.Equal(Start, _time.GetUtcNow());
        working.SetResult();
        await UntilAsync(() =>
        {
            real.Advance(TimeSpan.FromSeconds(1));
            return end.IsCompleted;
        });

        Assert.Equal(Start + Day, _time.GetUtcNow());
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
        Assert.Equal(Start + Day, _time.GetUtcNow());
    }

    [Fact]
    public async Task An_entity_operation_that_waits_for_the_clock_is_woken()
    {
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("ask", context => context.Entities.CallEntityAsync<int>(new EntityInstanceId("slow", "one"), "wait"))
                .AddEntity<Slow>("slow"));

        Assert.Equal(7, (await RunAsync(host, "ask")).ReadOutputAs<int>());
        Assert.Equal(Start.AddHours(7), _time.GetUtcNow());
    }

    [Fact]
    public async Task The_tests_own_timers_on_the_clock_are_kept_in_order_with_the_engines()
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("sleep", context => context.CreateTimer(Day, CancellationToken.None)));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("sleep", Stop);
        using CancellationTokenSource patience = new(Day / 2, _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Client.WaitForInstanceCompletionAsync(id, patience.Token));

        Assert.Equal(Start + (Day / 2), _time.GetUtcNow());
    }

    [Fact]
    public async Task It_can_be_told_to_move_whether_or_not_anybody_waits()
    {
        TaskCompletionSource<DateTimeOffset> reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using DurableTestHost host = await StartAsync(
            r => r
                .AddOrchestratorFunc("remind", async context =>
                {
                    await context.CreateTimer(Day, CancellationToken.None);
                    await context.CallActivityAsync("ring");
                })
                .AddActivityFunc("ring", _ => reached.SetResult(_time.GetUtcNow())),
            options => options.AutoAdvance = AutoAdvance.Always);

        await host.Client.ScheduleNewOrchestrationInstanceAsync("remind", Stop);

        Assert.Equal(Start + Day, await reached.Task.WaitAsync(Stop));
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

        Assert.Equal(Start.AddHours(21), _time.GetUtcNow());
    }

    [Fact]
    public async Task A_callback_that_fails_is_told_to_who_waits()
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("sleep", context => context.CreateTimer(Day, CancellationToken.None)));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("sleep", Stop);
        using ITimer timer = _time.CreateTimer(_ => throw new InvalidOperationException("my fault"), null, Day / 2, Timeout.InfiniteTimeSpan);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.WaitForInstanceCompletionAsync(id, Stop));

        Assert.Contains("my fault", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_cannot_move_one_clock_at_once()
    {
        DurableTestHost first = await StartAsync(_ => { });
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(_ => { }));
        await using DurableTestHost byHand = await StartAsync(_ => { }, options => options.AutoAdvance = AutoAdvance.Never);
        await first.DisposeAsync();
        await using DurableTestHost next = await StartAsync(_ => { });

        Assert.Contains("a clock of its own", error.Message, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static DurableTaskRegistry AddEventOrTimeout(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string>("event or timeout", async context =>
    {
        try
        {
            return await context.WaitForExternalEvent<string>("go", Day);
        }
        catch (TaskCanceledException)
        {
            return "timeout";
        }
    });

    private static DurableTaskRegistry AddRace(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string>("race", async context =>
    {
        Task<string> ask = context.CallActivityAsync<string>("ask");
        return await Task.WhenAny(ask, context.CreateTimer(Day, CancellationToken.None)) == ask ? await ask : "too late";
    });

    private static async Task<OrchestrationMetadata> RunAsync(DurableTestHost host, string name)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(name, Stop);
        return await host.Client.WaitForInstanceCompletionAsync(id, true, Stop);
    }

    private Task<DurableTestHost> StartAsync(Action<DurableTaskRegistry> register, Action<DurableTestHostOptions>? configure = null) =>
        DurableTestHost.StartAsync(register, options =>
        {
            options.Time = _time;
            configure?.Invoke(options);
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
