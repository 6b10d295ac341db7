using System.Text.Json;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Instances;

public sealed class HistoryRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_history_comes_by_pages_in_either_direction_and_names_what_belongs_together()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string id = (await host.RunAsync("HelloCities", new[] { "Oslo", "Rome" })).InstanceId;

        JsonElement whole = await monitor.GetAsync($"/instances/{id}/history");
        JsonElement first = await monitor.GetAsync($"/instances/{id}/history?top=3");
        JsonElement second = await monitor.GetAsync($"/instances/{id}/history?top=1000&after={first.GetProperty("next").GetInt64()}");
        JsonElement last = await monitor.GetAsync($"/instances/{id}/history?order=desc&top=1");
        JsonElement completed = await monitor.GetAsync($"/instances/{id}/history?kind=ActivityCompleted&name=hello");

        long total = whole.GetProperty("total").GetInt64();
        Assert.Equal(Enumerable.Range(1, (int)total), whole.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sequence").GetInt32()));
        Assert.Equal(total, first.GetProperty("items").GetArrayLength() + second.GetProperty("items").GetArrayLength());
        Assert.Equal("ExecutionCompleted", last.GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Equal("Completed", last.GetProperty("items")[0].GetProperty("status").GetString());
        JsonElement answered = whole.GetProperty("items").EnumerateArray().First(item => item.GetProperty("kind").GetString() == "ActivityCompleted");
        Assert.Equal("SayHello", answered.GetProperty("name").GetString());
        Assert.Equal("\"Hello Oslo\"", answered.GetProperty("payload").GetProperty("text").GetString());
        Assert.Equal(3, answered.GetProperty("scheduled").GetInt64());
        Assert.True(answered.GetProperty("fork").GetProperty("result").GetBoolean());
        Assert.True(answered.TryGetProperty("turn", out _));
        Assert.Equal(2, completed.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_timeline_shows_each_call_from_beginning_to_end()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string id = (await host.RunAsync("AddTwice", 2)).InstanceId;

        JsonElement timeline = await monitor.GetAsync($"/instances/{id}/timeline");

        Assert.Equal(3, timeline.GetProperty("total").GetInt32());
        Assert.All(timeline.GetProperty("spans").EnumerateArray(), span => Assert.Equal("entityCall", span.GetProperty("kind").GetString()));
        Assert.All(timeline.GetProperty("spans").EnumerateArray(), span => Assert.Equal("completed", span.GetProperty("state").GetString()));
        Assert.True(timeline.TryGetProperty("ended", out _));
    }

    [Fact]
    public async Task An_activity_that_runs_is_told_from_one_that_is_queued()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Hang", Cancellation);
        await host.Journey.Entered.Task.WaitAsync(Cancellation);

        JsonElement span = (await new MonitorClient(host).GetAsync($"/instances/{id}/timeline")).GetProperty("spans")[0];

        Assert.Equal(("open", "running"), (span.GetProperty("state").GetString(), span.GetProperty("live").GetString()));
        await host.Client.TerminateInstanceAsync(id, "enough", Cancellation);
    }

    [Fact]
    public async Task The_whole_history_is_an_attachment_that_can_be_read_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = (await host.RunAsync("HelloCities")).InstanceId;

        HttpResponseMessage answer = await host.Http.GetAsync(MonitorClient.At($"/instances/{id}/export"), Cancellation);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(id, InstanceHistory.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).InstanceId);
    }
}
