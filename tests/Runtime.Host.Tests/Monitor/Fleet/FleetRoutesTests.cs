using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Fleet;

public sealed class FleetRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_application_without_a_fleet_has_no_fleet_page()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await new MonitorClient(host).StatusAsync("/fleet"));
        Assert.Equal(HttpStatusCode.NotFound, await new MonitorClient(host).StatusAsync("/fleet/series"));
    }

    [Fact]
    public async Task The_fleet_is_shown_now_and_over_time()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Services.AddSingleton<IMonitorFleet, SmallFleet>());
        MonitorClient monitor = new(host);

        JsonElement fleet = await monitor.GetAsync("/fleet");
        JsonElement series = await monitor.GetAsync("/fleet/series?step=10");
        while (series.GetProperty("times").GetArrayLength() == 0)
        {
            await Task.Yield();
            series = await monitor.GetAsync("/fleet/series?step=10");
        }

        Assert.Equal("one", fleet.GetProperty("pools")[0].GetProperty("name").GetString());
        Assert.Equal(3, series.GetProperty("pools").GetProperty("one").GetProperty("inFlight")[0].GetInt32());
        Assert.Equal(2, series.GetProperty("pools").GetProperty("one").GetProperty("waiting")[0].GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, await monitor.StatusAsync("/fleet/series?step=7"));
    }

    [Fact]
    public async Task An_instance_that_waits_for_the_fleet_tells_its_place()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Services.AddSingleton<IMonitorFleet, SmallFleet>());
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("waiting"), Cancellation);
        await host.Client.WaitForInstanceStartAsync("waiting", Cancellation);

        JsonElement blocked = await new MonitorClient(host).GetAsync("/instances/waiting/blocked");

        Assert.Equal("waits for a model: pool one or two, place 2 of 5", blocked.GetProperty("summary").GetString());
        Assert.Equal("fleet", blocked.GetProperty("leaf").GetProperty("waits")[0].GetProperty("kind").GetString());
    }

    private sealed class SmallFleet : IMonitorFleet
    {
        public Task<MonitorFleet> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new MonitorFleet(
            [new MonitorFleetKey("default", 2, 3, null)],
            [new MonitorPool
            {
                Name = "one", Fleet = "default", Configured = 8, Limit = 4, InFlight = 3, Waiting = new Dictionary<string, int> { ["batch"] = 2 }, Breaker = new MonitorBreaker("closed", 0, null, null),
            }]));

        public Task<MonitorFleetWait?> FindAsync(string instanceId, string orchestrator, CancellationToken cancellationToken) =>
            Task.FromResult<MonitorFleetWait?>(new MonitorFleetWait { Pools = ["one", "two"], Place = 2, Waiting = 5 });
    }
}
