using System.Text.Json;
using Workflows.Durable;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Blocked;

public sealed class BlockedRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_is_followed_down_to_what_keeps_it()
    {
        await using TestHost host = await TestHost.StartAsync();
        await StartAsync(host, "Parent", "top");
        await host.Client.WaitForInstanceStartAsync("top-child", Cancellation);

        JsonElement blocked = await new MonitorClient(host).BlockedOnAsync("top", "waits for the event never");

        Assert.Equal(["top", "top-child"], blocked.GetProperty("chain").EnumerateArray().Select(level => level.GetProperty("id").GetString()));
        Assert.Equal("top-child", blocked.GetProperty("chain")[0].GetProperty("waits")[0].GetProperty("target").GetString());
        Assert.Equal("event", blocked.GetProperty("leaf").GetProperty("waits")[0].GetProperty("kind").GetString());
        Assert.True(blocked.TryGetProperty("since", out _));
    }

    [Fact]
    public async Task An_instance_that_is_not_in_memory_is_told_of_as_well()
    {
        TestHost before = await TestHost.StartAsync();
        await StartAsync(before, "Wait", "waiting");
        await new MonitorClient(before).BlockedOnAsync("waiting", "waits for the event go");
        await using TestHost after = await before.RestartAsync();

        Assert.Equal("waits for the event go", (await new MonitorClient(after).GetAsync("/instances/waiting/blocked")).GetProperty("summary").GetString());
    }

    [Fact]
    public async Task A_running_activity_and_a_suspended_instance_say_so()
    {
        await using TestHost host = await TestHost.StartAsync();
        await StartAsync(host, "Hang", "hanging");
        await host.Journey.Entered.Task.WaitAsync(Cancellation);
        MonitorClient monitor = new(host);

        JsonElement wait = (await monitor.GetAsync("/instances/hanging/blocked")).GetProperty("leaf").GetProperty("waits")[0];
        await monitor.PostAsync("/instances/hanging/suspend");
        JsonElement suspended = await monitor.GetAsync("/instances/hanging/blocked");

        Assert.Equal(("activity", "HangUntilCancelled", "running"), (wait.GetProperty("kind").GetString(), wait.GetProperty("name").GetString(), wait.GetProperty("live").GetString()));
        Assert.Contains("suspended", suspended.GetProperty("summary").GetString(), StringComparison.Ordinal);
        await monitor.PostAsync("/instances/hanging/terminate");
        Assert.Empty((await monitor.GetAsync("/instances/hanging/blocked")).GetProperty("chain").EnumerateArray());
    }

    [Fact]
    public async Task A_queued_activity_tells_its_place()
    {
        string folder = TestHost.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), """{ "extensions": { "durableTask": { "maxConcurrentActivityFunctions": 1 } } }""", Cancellation);
        await using (TestHost host = await TestHost.StartAsync(folder: folder))
        {
            MonitorClient monitor = new(host);
            await StartAsync(host, "Hang", "first");
            await host.Journey.Entered.Task.WaitAsync(Cancellation);
            await StartAsync(host, "Hang", "second");
            await monitor.BlockedOnAsync("second", "waits for the activity HangUntilCancelled, which is queued: place 1 of 1, 1 of at most 1 run");
            await StartAsync(host, "Hang", "third");

            JsonElement wait = (await monitor.BlockedOnAsync("third", "waits for the activity HangUntilCancelled, which is queued: place 2 of 2, 1 of at most 1 run")).GetProperty("leaf").GetProperty("waits")[0];

            Assert.Equal(("queued", 2, 2), (wait.GetProperty("live").GetString(), wait.GetProperty("place").GetInt32(), wait.GetProperty("waiting").GetInt32()));
            Assert.False(wait.TryGetProperty("class", out _));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_start_to_come_is_waited_for()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("later", DateTimeOffset.MaxValue.AddDays(-1)), Cancellation);

        JsonElement wait = (await new MonitorClient(host).GetAsync("/instances/later/blocked")).GetProperty("leaf").GetProperty("waits")[0];

        Assert.Equal("start", wait.GetProperty("kind").GetString());
        Assert.True(wait.TryGetProperty("due", out _));
    }

    private static Task StartAsync(TestHost host, string name, string id) =>
        host.Client.ScheduleNewOrchestrationInstanceAsync(name, null, new StartOrchestrationOptions(id), Cancellation);
}
