using System.Net;
using System.Text.Json;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Operations;

public sealed class BatchRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_does_it_to_all_that_a_filter_names_and_says_so_before()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        for (int i = 0; i < 5; i++)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions($"wait-{i}"), Cancellation);
            await host.Client.WaitForInstanceStartAsync($"wait-{i}", Cancellation);
        }

        await host.RunAsync("HelloCities");
        object order = new { action = "terminate", filter = new { name = new[] { "wait", "HelloCities" } }, expected = 5 };

        JsonElement preview = await monitor.PostAsync("/batches/preview", order);
        JsonElement batch = await EndAsync(monitor, await monitor.PostAsync("/batches", order));

        Assert.Equal((6, 5), (preview.GetProperty("matching").GetInt32(), preview.GetProperty("applicable").GetInt32()));
        Assert.Equal(("done", 5, 5), (batch.GetProperty("state").GetString(), batch.GetProperty("total").GetInt32(), batch.GetProperty("done").GetInt32()));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndOfAsync("wait-3")).RuntimeStatus);
        JsonElement note = (await monitor.GetAsync("/audit")).GetProperty("items")[0];
        Assert.Equal(("batch terminate", "done"), (note.GetProperty("operation").GetString(), note.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Named_instances_are_purged_with_what_cannot_be_skipped()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string ended = (await host.RunAsync("HelloCities")).InstanceId;
        string runs = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", Cancellation);

        JsonElement batch = await EndAsync(monitor, await monitor.PostAsync("/batches", new { action = "purge", ids = new[] { ended, runs, "nobody" } }));

        Assert.Equal((1, 1), (batch.GetProperty("done").GetInt32(), batch.GetProperty("skipped").GetInt32()));
        Assert.Null(await host.Client.GetInstanceAsync(ended, Cancellation));
        Assert.NotNull(await host.Client.GetInstanceAsync(runs, Cancellation));
    }

    [Fact]
    public async Task More_than_was_confirmed_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.RunAsync("HelloCities");
        await host.RunAsync("HelloCities");

        (HttpStatusCode status, _) = await new MonitorClient(host).RefusedAsync(HttpMethod.Post, "/batches", new { action = "purge", filter = new { }, expected = 1 });

        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Theory]
    [InlineData("""{"action":"explode","filter":{}}""")]
    [InlineData("""{"action":"purge"}""")]
    [InlineData("""{"action":"purge","filter":{},"ids":["a"]}""")]
    [InlineData("""{"action":"purge","filter":{"status":["Great"]}}""")]
    [InlineData("""{"action":"purge","filter":"all"}""")]
    [InlineData("[]")]
    public async Task An_order_that_cannot_be_read_is_refused(string body)
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await new MonitorClient(host).RefusedAsync(HttpMethod.Post, "/batches/preview", JsonSerializer.Deserialize<JsonElement>(body))).Status);
    }

    private static async Task<JsonElement> EndAsync(MonitorClient monitor, JsonElement batch)
    {
        while (batch.GetProperty("state").GetString() == "running")
        {
            await Task.Yield();
            batch = await monitor.GetAsync($"/batches/{batch.GetProperty("id").GetString()}");
        }

        return batch;
    }
}
