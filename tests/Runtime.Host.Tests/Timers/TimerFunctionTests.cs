using Workflows.FunctionsWorker;
using Workflows.Runtime.Engine.Testing;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Timers;

public sealed class TimerFunctionTests : IDisposable
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly VirtualTime _clock = new();
    private readonly string _folder = TestHost.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_timer_function_runs_at_its_times_by_the_engines_clock_and_learns_them()
    {
        await using TestHost host = await StartAsync();

        _clock.Advance(TimeSpan.FromMinutes(15));
        TimerInfo first = await host.Desk.NextAsync<TimerInfo>("Quarter");
        _clock.Advance(TimeSpan.FromMinutes(15));
        TimerInfo second = await host.Desk.NextAsync<TimerInfo>("Quarter");

        Assert.False(first.IsPastDue);
        Assert.Equal((default, Start.AddMinutes(15), Start), Times(first));
        Assert.False(second.IsPastDue);
        Assert.Equal((Start.AddMinutes(15), Start.AddMinutes(30), Start.AddMinutes(15)), Times(second));
    }

    [Fact]
    public async Task A_schedule_comes_from_the_configuration_and_a_time_span_is_one()
    {
        await using TestHost host = await StartAsync();

        _clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(Start.AddMinutes(20), (await host.Desk.NextAsync<TimerInfo>("Every20Minutes")).ScheduleStatus!.Next);
        _clock.Advance(TimeSpan.FromMinutes(160));
        Assert.Equal(Start.AddHours(3), (await host.Desk.NextAsync<TimerInfo>("Daily")).ScheduleStatus!.Next);
    }

    [Fact]
    public async Task Times_missed_while_the_host_was_down_are_made_up_for_by_one_late_run()
    {
        await (await StartAsync()).DisposeAsync();
        _clock.Advance(TimeSpan.FromHours(5));
        await using TestHost host = await StartAsync();

        TimerInfo late = await host.Desk.NextAsync<TimerInfo>("Quarter");
        _clock.Advance(TimeSpan.FromMinutes(15));
        TimerInfo next = await host.Desk.NextAsync<TimerInfo>("Quarter");

        Assert.True(late.IsPastDue);
        Assert.Equal(Start.AddMinutes(15), late.ScheduleStatus!.Next);
        Assert.False(next.IsPastDue);
        Assert.Equal(Start.AddHours(5), next.ScheduleStatus!.Last);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_interval_is_never_joined_by_another_and_followed_by_one()
    {
        await using TestHost host = await StartAsync();
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int atOnce = 0;
        host.Desk.Work = async (function, _, _) =>
        {
            if (function == "Quarter")
            {
                Assert.Equal(1, Interlocked.Increment(ref atOnce));
                await release.Task;
                Interlocked.Decrement(ref atOnce);
            }
        };

        _clock.Advance(TimeSpan.FromMinutes(15));
        await host.Desk.NextAsync<TimerInfo>("Quarter");
        _clock.Advance(TimeSpan.FromMinutes(62));
        release.SetResult();
        Assert.Equal(Start.AddMinutes(15), (await host.Desk.NextAsync<TimerInfo>("Quarter")).ScheduleStatus!.Last);
        _clock.Advance(TimeSpan.FromMinutes(13));

        Assert.Equal(Start.AddMinutes(77), (await host.Desk.NextAsync<TimerInfo>("Quarter")).ScheduleStatus!.Last);
        Assert.Empty(host.Logs.Of(Microsoft.Extensions.Logging.LogLevel.Error));
    }

    [Fact]
    public async Task A_clock_that_moves_on_while_a_run_is_being_waited_for_makes_it_no_later()
    {
        await using TestHost host = await TestHost.StartAsync(Options(new JumpingTime(_clock, timer: TimeSpan.FromMinutes(15), jump: TimeSpan.FromMinutes(10))), folder: _folder);
        while (_clock.GetUtcNow() == Start)
        {
            await Task.Yield();
        }

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Start.AddMinutes(15), (await host.Desk.NextAsync<TimerInfo>("Quarter")).ScheduleStatus!.Next);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_is_made_up_for_at_the_next_start_and_one_that_failed_is_not()
    {
        await using (TestHost first = await StartAsync())
        {
            first.Desk.Work = (function, _, cancellationToken) => function switch
            {
                "Quarter" => Task.Delay(Timeout.Infinite, cancellationToken),
                _ => throw new InvalidOperationException("failed"),
            };
            _clock.Advance(TimeSpan.FromMinutes(20));
            await first.Desk.NextAsync<TimerInfo>("Quarter");
            await first.Desk.NextAsync<TimerInfo>("Every20Minutes");
            await TimerCrashTests.UntilRecordedAsync(first, "Every20Minutes");
        }

        await using TestHost second = await StartAsync();

        Assert.True((await second.Desk.NextAsync<TimerInfo>("Quarter")).IsPastDue);
        _clock.Advance(TimeSpan.FromMinutes(20));
        TimerInfo next = await second.Desk.NextAsync<TimerInfo>("Every20Minutes");
        Assert.False(next.IsPastDue);
        Assert.Equal(Start.AddMinutes(20), next.ScheduleStatus!.Last);
    }

    [Fact]
    public async Task Without_the_monitor_no_times_are_told_and_nothing_is_made_up_for()
    {
        await using (await StartAsync())
        {
            _clock.Advance(TimeSpan.FromMinutes(59));
        }

        _clock.Advance(TimeSpan.FromMinutes(30));
        await using TestHost second = await StartAsync();
        _clock.Advance(TimeSpan.FromMinutes(31));
        TimerInfo first = await second.Desk.NextAsync<TimerInfo>("Unwatched");

        Assert.False(first.IsPastDue);
        Assert.Null(first.ScheduleStatus);
    }

    [Fact]
    public async Task A_function_that_asks_for_it_runs_at_every_start()
    {
        for (int start = 0; start < 2; start++)
        {
            await using TestHost host = await StartAsync();

            TimerInfo info = await host.Desk.NextAsync<TimerInfo>("AtStart");

            Assert.False(info.IsPastDue);
            Assert.Equal(new DateTime(2028, 2, 29), info.ScheduleStatus!.Next);
        }
    }

    [Fact]
    public async Task A_host_that_only_looks_runs_no_timer()
    {
        await using TestHost host = await TestHost.StartAsync(o =>
        {
            o.Clock = _clock;
            o.RunsWork = false;
        });

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, host.Desk.Waiting("AtStart") + host.Desk.Waiting("Quarter"));
    }

    private static (DateTime Last, DateTime Next, DateTime Updated) Times(TimerInfo info) =>
        (info.ScheduleStatus!.Last, info.ScheduleStatus.Next, info.ScheduleStatus.LastUpdated);

    internal static Action<EmbeddedHostOptions> Options(TimeProvider clock) => o =>
    {
        o.Clock = clock;
        o.ServeHttp = false;
    };

    private Task<TestHost> StartAsync() => TestHost.StartAsync(Options(_clock), folder: _folder);
}
