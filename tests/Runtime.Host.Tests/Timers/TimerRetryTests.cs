using Workflows.Runtime.Engine.Testing;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Timers;

public sealed class TimerRetryTests : IDisposable
{
    private readonly VirtualTime _clock = new();
    private readonly string _folder = TestHost.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_that_fails_is_retried_as_its_function_asks_and_then_counts()
    {
        CountingClock clock = new(_clock);
        await using TestHost host = await StartAsync(clock);
        host.Desk.Work = (function, _, _) => function == "Stubborn" ? throw new InvalidOperationException("failed") : Task.CompletedTask;

        _clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal((0, 2), await host.Desk.NextAsync<(int, int)>("Stubborn"));
        for (int retry = 1; retry <= 2; retry++)
        {
            await clock.UntilMadeAsync(TimeSpan.FromSeconds(10), retry);
            _clock.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal((retry, 2), await host.Desk.NextAsync<(int, int)>("Stubborn"));
        }

        await TimerCrashTests.UntilRecordedAsync(host, "Stubborn");
        Assert.Equal(3, host.Logs.Of(Microsoft.Extensions.Logging.LogLevel.Error).Count(line => line.Contains("Stubborn", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Retries_that_back_off_wait_twice_as_long_each_time_up_to_their_longest()
    {
        CountingClock clock = new(_clock);
        await using TestHost host = await StartAsync(clock);
        int failures = 4;
        host.Desk.Work = (function, _, _) => function == "Patient" && failures-- > 0 ? throw new InvalidOperationException("failed") : Task.CompletedTask;

        _clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal(0, await host.Desk.NextAsync<int>("Patient"));
        (int Seconds, int Made)[] waits = [(4, 1), (8, 1), (10, 1), (10, 2)];
        for (int retry = 1; retry <= 4; retry++)
        {
            TimeSpan wait = TimeSpan.FromSeconds(waits[retry - 1].Seconds);
            await clock.UntilMadeAsync(wait, waits[retry - 1].Made);
            _clock.Advance(wait);
            Assert.Equal(retry, await host.Desk.NextAsync<int>("Patient"));
        }
    }

    [Fact]
    public async Task A_stop_between_retries_leaves_the_run_to_the_next_start()
    {
        CountingClock clock = new(_clock);
        await using (TestHost first = await StartAsync(clock))
        {
            first.Desk.Work = (function, _, _) => function == "Stubborn" ? throw new InvalidOperationException("failed") : Task.CompletedTask;
            _clock.Advance(TimeSpan.FromHours(6));
            await first.Desk.NextAsync<(int, int)>("Stubborn");
            await clock.UntilMadeAsync(TimeSpan.FromSeconds(10), 1);
        }

        await using TestHost second = await StartAsync();

        Assert.Equal((0, 2), await second.Desk.NextAsync<(int, int)>("Stubborn"));
    }

    private Task<TestHost> StartAsync(TimeProvider? clock = null) => TestHost.StartAsync(TimerFunctionTests.Options(clock ?? _clock), folder: _folder);
}
