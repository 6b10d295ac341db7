using Workflows.Simulator.Models;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Tests.Models;

public sealed class CallLogTests
{
    [Fact]
    public async Task Every_request_is_counted_by_task_and_digest()
    {
        using var simulator = new SimulatorFixture();
        await simulator.SendAsync(SimulatorFixture.Request("same", "Task F3: x"));
        await simulator.SendAsync(SimulatorFixture.Request("same", "Task F3: x"));
        await simulator.SendAsync(SimulatorFixture.Request("other", "Task F3: x"));
        await simulator.SendAsync("no task");

        using var report = await simulator.GetAsync("/sim/models/m?calls=true");
        var calls = (await SimulatorFixture.ReadAsync(report)).GetProperty("calls").EnumerateArray()
            .Select(call => (call.GetProperty("task").GetString(), call.GetProperty("digest").GetString(), call.GetProperty("count").GetInt32()));

        Assert.Equal(
            [
                ("F3", RequestDigest.Of([("system", "Task F3: x"), ("user", "same")]), 2),
                ("F3", RequestDigest.Of([("system", "Task F3: x"), ("user", "other")]), 1),
                ("other", RequestDigest.Of([("user", "no task")]), 1),
            ],
            calls);
        Assert.Equal(3, simulator.Model.Counters.Tasks["F3"]);
    }

    [Fact]
    public void Only_the_latest_twenty_thousand_requests_are_kept()
    {
        var log = new CallLog();
        for (var i = 0; i < CallLog.Capacity + 5; i++)
        {
            log.Update("F1", $"{i}", count => count with { Seen = count.Seen + 1 });
        }

        Assert.Equal(CallLog.Capacity, log.Snapshot().Count);
        Assert.Equal("5", log.Snapshot()[0].Digest);
        Assert.Equal(0, log.SeenBefore("F1", "4"));
    }

    [Fact]
    public async Task Without_being_asked_the_report_holds_no_calls()
    {
        using var simulator = new SimulatorFixture();
        using var report = await simulator.GetAsync("/sim/models/m");

        Assert.False((await SimulatorFixture.ReadAsync(report)).TryGetProperty("calls", out _));
    }
}
