using System.Collections.Concurrent;
using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Testing;

public sealed class AdvanceTests
{
    private readonly VirtualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_that_is_moved_by_hand_stands_still_while_the_test_waits()
    {
        await using DurableTestHost host = await StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("every hour", Stop);
        Task<OrchestrationMetadata> end = host.Client.WaitForInstanceCompletionAsync(id, Stop);
        await host.WhenIdleAsync(Stop);

        Assert.False(end.IsCompleted);
        await host.AdvanceAsync(TimeSpan.FromHours(5), Stop);

        Assert.Equal(new VirtualTime().GetUtcNow().AddHours(3), (await end).LastUpdatedAt);
    }

    [Fact]
    public async Task It_goes_from_one_due_time_to_the_next_and_ends_where_it_should()
    {
        ConcurrentQueue<TimeSpan> hours = [];
        await using DurableTestHost host = await StartAsync(hours);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("every hour", Stop);

        await host.AdvanceAsync(TimeSpan.FromMinutes(150), Stop);

        Assert.Equal([1, 2], hours.Select(h => h.TotalHours));
        Assert.Equal(new VirtualTime().GetUtcNow().AddMinutes(150), _time.GetUtcNow());
        Assert.False((await host.Client.GetInstanceAsync(id, Stop))!.IsCompleted);
    }

    [Fact]
    public async Task What_is_due_at_its_end_has_happened_when_it_returns()
    {
        await using DurableTestHost host = await StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("every hour", Stop);

        await host.AdvanceAsync(TimeSpan.FromHours(3), Stop);

        Assert.True((await host.Client.GetInstanceAsync(id, Stop))!.IsCompleted);
    }

    [Fact]
    public async Task It_waits_for_an_activity_that_runs_until_it_is_cancelled()
    {
        TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc("ask", context => context.CallActivityAsync<string>("ask")).AddActivityFunc("ask", _ => answer.Task),
            options => options.Time = _time);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("ask", Stop);
        using CancellationTokenSource patience = new();
        Task move = host.AdvanceAsync(TimeSpan.FromHours(1), patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => move);

        Assert.Equal(new VirtualTime().GetUtcNow(), _time.GetUtcNow());
        answer.SetResult("now");
        Assert.Equal("now", (await host.Client.WaitForInstanceCompletionAsync(id, true, Stop)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task It_says_what_it_has_waited_for_in_vain()
    {
        VirtualTime real = new();
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc("ask", context => context.CallActivityAsync<string>("never answers")).AddActivityFunc("never answers", _ =>
            {
                entered.SetResult();
                return new TaskCompletionSource<string>().Task;
            }),
            options => options.RealTime = real);
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("ask", Stop);
        await entered.Task.WaitAsync(Stop);
        Task move = host.AdvanceAsync(TimeSpan.FromHours(1), Stop);

        while (!move.IsCompleted)
        {
            real.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Contains($"activity 'never answers' of '{id}'", (await Assert.ThrowsAsync<TimeoutException>(() => move)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_wakes_activities_that_wait_for_the_clock()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r
                .AddOrchestratorFunc("steps", context => context.CallActivityAsync("steps"))
                .AddActivityFunc("steps", async _ =>
                {
                    await Task.Delay(TimeSpan.FromHours(1), _time);
                    await Task.Delay(TimeSpan.FromHours(1), _time);
                }),
            options =>
            {
                options.Time = _time;
                options.AutoAdvance = AutoAdvance.Never;
            });
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("steps", Stop);

        await host.AdvanceAsync(TimeSpan.FromHours(2), Stop);

        Assert.True((await host.Client.GetInstanceAsync(id, Stop))!.IsCompleted);
    }

    [Fact]
    public async Task What_is_kept_for_a_while_only_is_gone_when_that_has_passed()
    {
        await using DurableTestHost host = await DurableTestHost.StartAsync(
            r => r.AddOrchestratorFunc("quick", _ => 1), options => options.ConfigureEngine = engine => engine.KeepFinishedFor = TimeSpan.FromDays(30));
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("quick", Stop);
        await host.Client.WaitForInstanceCompletionAsync(id, Stop);

        await host.AdvanceAsync(TimeSpan.FromDays(29), Stop);
        Assert.NotNull(await host.Client.GetInstanceAsync(id, Stop));
        await host.AdvanceAsync(TimeSpan.FromDays(2), Stop);

        Assert.Null(await host.Client.GetInstanceAsync(id, Stop));
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        await using DurableTestHost host = await StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.AdvanceAsync(TimeSpan.FromTicks(-1), Stop));
    }

    private Task<DurableTestHost> StartAsync(ConcurrentQueue<TimeSpan>? hours = null) => DurableTestHost.StartAsync(
        r => r
            .AddOrchestratorFunc("every hour", async context =>
            {
                for (int i = 0; i < 3; i++)
                {
                    await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    await context.CallActivityAsync("note");
                }
            })
            .AddActivityFunc("note", _ => hours?.Enqueue(_time.GetUtcNow() - new VirtualTime().GetUtcNow())),
        options =>
        {
            options.Time = _time;
            options.AutoAdvance = AutoAdvance.Never;
        });
}
