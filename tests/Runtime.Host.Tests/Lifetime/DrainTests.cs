using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Lifetime;

public sealed class DrainTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly string _folder = TestHost.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_activity_that_ends_in_its_time_is_recorded_and_the_next_one_waits_for_the_next_start()
    {
        string id;
        await using (TestHost host = await TestHost.StartAsync(o => o.DrainTimeout = Long, folder: _folder))
        {
            id = await HoldAsync(host);
            Task stop = host.StopAsync();
            host.Journey.Released.SetResult();
            await stop;

            Assert.Equal(["held"], host.Journey.Steps);
        }

        await using TestHost next = await TestHost.StartAsync(folder: _folder);
        OrchestrationMetadata end = await next.EndOfAsync(id);

        Assert.Equal("released, after", end.ReadOutputAs<string>());
        Assert.Equal(["after"], next.Journey.Steps);
    }

    [Fact]
    public async Task None_begins_once_the_stop_was_asked_for_however_long_others_take_to_hear_of_it()
    {
        using SemaphoreSlim heard = new(0), goOn = new(0);
        Desk slow = new()
        {
            Work = async (_, _, stopping) =>
            {
                using CancellationTokenRegistration hears = stopping.Register(() =>
                {
                    heard.Release();
                    goOn.Wait(Long);
                });
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
            },
        };
        await using TestHost host = await TestHost.StartAsync(o => o.DrainTimeout = Long, builder => builder.Services.AddSingleton(slow), _folder);
        await slow.NextAsync<TimerInfo>("AtStart");
        string id = await HoldAsync(host);

        Task stop = host.StopAsync();
        await heard.WaitAsync(Long, TestContext.Current.CancellationToken);
        host.Journey.Released.SetResult();
        while ((await host.JsonAsync($"/monitor/api/instances/{id}/history?kind=ActivityScheduled")).GetProperty("items").GetArrayLength() < 2)
        {
            await Task.Yield();
        }

        goOn.Release();
        await stop;
        Assert.Equal(["held"], host.Journey.Steps);
    }

    [Fact]
    public async Task An_activity_that_takes_longer_is_cancelled_and_runs_again()
    {
        string id;
        await using (TestHost host = await TestHost.StartAsync(o => o.DrainTimeout = TimeSpan.FromMilliseconds(50), folder: _folder))
        {
            id = await HoldAsync(host);
            await host.StopAsync();

            Assert.Contains(host.Logs.Of(LogLevel.Warning), line => line.StartsWith("1 activities have not ended within 00:00:00.05", StringComparison.Ordinal));
        }

        await using TestHost next = await TestHost.StartAsync(folder: _folder);
        next.Journey.Released.SetResult();
        OrchestrationMetadata end = await next.EndOfAsync(id);

        Assert.Equal("released, after", end.ReadOutputAs<string>());
        Assert.Equal(["held", "after"], next.Journey.Steps);
    }

    [Fact]
    public async Task While_activities_end_the_host_is_alive_but_not_ready()
    {
        await using TestHost host = await TestHost.StartAsync(o => o.DrainTimeout = Long, folder: _folder);
        await HoldAsync(host);

        Assert.Equal((HttpStatusCode.OK, """{"status":"ok"}"""), await host.GetAsync("/health/ready"));
        Task stop = host.StopAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"stopping"}"""), await host.GetAsync("/health/ready"));
        Assert.Equal((HttpStatusCode.OK, """{"status":"ok"}"""), await host.GetAsync("/health/live"));
        host.Journey.Released.SetResult();
        await stop;
    }

    [Fact]
    public async Task Without_a_running_activity_nothing_is_waited_for()
    {
        await using TestHost host = await TestHost.StartAsync(o => o.DrainTimeout = TimeSpan.FromHours(1), folder: _folder);

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static async Task<string> HoldAsync(TestHost host)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Held.Hold), TestContext.Current.CancellationToken);
        await host.Journey.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return id;
    }
}
