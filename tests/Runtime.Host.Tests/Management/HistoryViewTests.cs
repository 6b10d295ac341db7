using System.Text.Json;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Management;

public sealed class HistoryViewTests
{
    private const string Root = "/runtime/webhooks/durabletask";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_history_is_told_only_when_it_is_asked_for()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata ended = await host.RunAsync("HelloCities", new[] { "Oslo" });

        Assert.False((await host.JsonAsync($"{Root}/instances/{ended.InstanceId}")).TryGetProperty("historyEvents", out _));
    }

    [Fact]
    public async Task A_call_that_has_ended_is_one_event_that_names_it_and_its_time()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata ended = await host.RunAsync("HelloCities", new[] { "Oslo" });

        JsonElement[] events = await EventsAsync(host, ended.InstanceId, "&showHistoryOutput=true");

        Assert.Equal(["ExecutionStarted", "TaskCompleted", "ExecutionCompleted"], events.Select(Type));
        Assert.Equal(["EventType", "Input", "FunctionName", "Timestamp"], events[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("HelloCities", """["Oslo"]"""), (events[0].GetProperty("FunctionName").GetString(), events[0].GetProperty("Input").GetString()));
        Assert.Equal(("SayHello", "Hello Oslo"), (events[1].GetProperty("FunctionName").GetString(), events[1].GetProperty("Result").GetString()));
        Assert.True(events[1].GetProperty("ScheduledTime").GetDateTime() <= events[1].GetProperty("Timestamp").GetDateTime());
        Assert.Equal(("Completed", """["Hello Oslo"]"""), (events[2].GetProperty("OrchestrationStatus").GetString(), events[2].GetProperty("Result").GetRawText()));
    }

    [Fact]
    public async Task Results_and_inputs_are_left_out_unless_they_are_asked_for()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata ended = await host.RunAsync("HelloCities", new[] { "Oslo" });

        JsonElement[] events = await EventsAsync(host, ended.InstanceId, "&showInput=false");

        Assert.DoesNotContain(events, e => e.TryGetProperty("Result", out _) || e.TryGetProperty("Input", out _));
    }

    [Fact]
    public async Task What_waits_is_told_as_it_was_scheduled_and_what_reached_the_instance_by_its_name()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Hang", new StartOrchestrationOptions("hangs"), Cancellation);
        await host.Journey.Entered.Task;
        await host.Client.RaiseEventAsync(id, "news", 5, Cancellation);
        await host.Client.SuspendInstanceAsync(id, "coffee", Cancellation);
        while ((await host.Client.GetInstanceAsync(id, Cancellation))!.RuntimeStatus != OrchestrationRuntimeStatus.Suspended)
        {
            await Task.Yield();
        }

        JsonElement[] events = await EventsAsync(host, id);

        Assert.Equal(["ExecutionStarted", "TaskScheduled", "EventRaised", "ExecutionSuspended"], events.Select(Type));
        Assert.Equal("HangUntilCancelled", events[1].GetProperty("Name").GetString());
        Assert.Equal(("news", "5"), (events[2].GetProperty("Name").GetString(), events[2].GetProperty("Input").GetString()));
        Assert.Equal("coffee", events[3].GetProperty("Reason").GetString());
    }

    [Fact]
    public async Task A_failure_tells_its_reason_and_a_rewind_is_seen_as_one()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata failed = await host.RunAsync("Recovers");
        JsonElement[] before = await EventsAsync(host, failed.InstanceId);

        HttpResponseMessage rewound = await host.Http.PostAsync(new Uri($"{Root}/instances/{failed.InstanceId}/rewind?reason=fixed", UriKind.Relative), null, Cancellation);
        OrchestrationMetadata ended = await host.EndOfAsync(failed.InstanceId);

        Assert.Equal(["ExecutionStarted", "TaskFailed", "ExecutionCompleted"], before.Select(Type));
        Assert.Contains("not yet", before[1].GetProperty("Reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("Failed", before[2].GetProperty("OrchestrationStatus").GetString());
        Assert.Equal(202, (int)rewound.StatusCode);
        Assert.Equal("now", ended.ReadOutputAs<string>());
        Assert.Contains(await EventsAsync(host, failed.InstanceId), e => Type(e) == "ExecutionRewound" && e.GetProperty("Reason").GetString() == "fixed");
    }

    [Fact]
    public async Task Entities_sub_orchestrations_and_timers_are_told()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata ended = await host.RunAsync("Mixed");

        JsonElement[] events = await EventsAsync(host, ended.InstanceId, "&showHistoryOutput=true");

        Assert.Equal(
            ["ExecutionStarted", "EventSent", "EventRaised", "SubOrchestrationInstanceCompleted", "TimerCreated", "TimerFired", "ExecutionCompleted"], events.Select(Type));
        Assert.Equal("@counter@mixed", events[1].GetProperty("InstanceId").GetString());
        Assert.Equal("AskCounter", events[3].GetProperty("FunctionName").GetString());
        Assert.Equal(events[4].GetProperty("FireAt").GetDateTime(), events[5].GetProperty("FireAt").GetDateTime());
    }

    [Fact]
    public async Task Of_an_instance_that_continued_as_new_the_last_execution_is_told()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata ended = await host.RunAsync("CountDown", 3);

        JsonElement[] events = await EventsAsync(host, ended.InstanceId);

        Assert.Equal(["ExecutionStarted", "ExecutionCompleted"], events.Select(Type));
        Assert.Equal("0", events[0].GetProperty("Input").GetString());
    }

    private static string? Type(JsonElement e) => e.GetProperty("EventType").GetString();

    private static async Task<JsonElement[]> EventsAsync(TestHost host, string id, string query = "") =>
        [.. (await host.JsonAsync($"{Root}/instances/{id}?showHistory=true{query}")).GetProperty("historyEvents").EnumerateArray()];
}
