using System.Collections.Concurrent;
using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Testing;

public sealed class AutoAdvanceTests : AutoAdvanceScenario
{
    [Theory]
    [InlineData(24)]
    [InlineData(24 * 365 * 20)]
    public async Task A_timer_of_any_length_is_over_at_once_and_in_time(int hours)
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("sleep", context => context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None)));

        OrchestrationMetadata ended = await RunAsync(host, "sleep");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, Start.AddHours(hours), Start.AddHours(hours)), (ended.RuntimeStatus, ended.LastUpdatedAt, Time.GetUtcNow()));
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
                attempts.Enqueue(Time.GetUtcNow() - Start);
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

        Assert.Equal(("came", Start), (ended.ReadOutputAs<string>(), Time.GetUtcNow()));
    }

    [Fact]
    public async Task What_waits_for_an_event_with_a_timeout_times_out_when_none_comes()
    {
        await using DurableTestHost host = await StartAsync(r => AddEventOrTimeout(r));

        OrchestrationMetadata ended = await RunAsync(host, "event or timeout");

        Assert.Equal(("timeout", Start + Day), (ended.ReadOutputAs<string>(), Time.GetUtcNow()));
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

        Assert.Equal(Start, Time.GetUtcNow());
    }

    [Fact]
    public async Task An_instance_that_starts_later_is_waited_for()
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("quick", _ => 1));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("quick", null, new StartOrchestrationOptions(StartAt: Start + Day), Stop);

        await host.Client.WaitForInstanceStartAsync(id, Stop);

        Assert.Equal(Start + Day, Time.GetUtcNow());
    }

    [Fact]
    public async Task The_tests_own_timers_on_the_clock_are_kept_in_order_with_the_engines()
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("sleep", context => context.CreateTimer(Day, CancellationToken.None)));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("sleep", Stop);
        using CancellationTokenSource patience = new(Day / 2, Time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Client.WaitForInstanceCompletionAsync(id, patience.Token));

        Assert.Equal(Start + (Day / 2), Time.GetUtcNow());
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
                .AddActivityFunc("ring", _ => reached.SetResult(Time.GetUtcNow())),
            options => options.AutoAdvance = AutoAdvance.Always);

        await host.Client.ScheduleNewOrchestrationInstanceAsync("remind", Stop);

        Assert.Equal(Start + Day, await reached.Task.WaitAsync(Stop));
    }

    [Fact]
    public async Task A_callback_that_fails_is_told_to_who_waits()
    {
        await using DurableTestHost host = await StartAsync(r => r.AddOrchestratorFunc("sleep", context => context.CreateTimer(Day, CancellationToken.None)));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("sleep", Stop);
        using ITimer timer = Time.CreateTimer(_ => throw new InvalidOperationException("my fault"), null, Day / 2, Timeout.InfiniteTimeSpan);

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
}
