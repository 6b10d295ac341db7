using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable.Client;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Instances;

public sealed class InstanceRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_tells_its_state_payloads_and_what_can_be_done()
    {
        await using TestHost host = await TestHost.StartAsync();
        string city = new('x', 10_000);
        OrchestrationMetadata ended = await host.RunAsync("HelloCities", new[] { city });
        MonitorClient monitor = new(host);

        JsonElement instance = await monitor.GetAsync($"/instances/{ended.InstanceId}");

        JsonElement input = instance.GetProperty("input");
        Assert.Equal("Completed", instance.GetProperty("status").GetString());
        Assert.Equal(("json", 10_004, true), (input.GetProperty("kind").GetString(), input.GetProperty("length").GetInt32(), input.GetProperty("cut").GetBoolean()));
        Assert.Equal(4096, input.GetProperty("text").GetString()!.Length);
        Assert.Equal(["restart", "fork", "purge"], instance.GetProperty("operations").EnumerateArray().Select(operation => operation.GetString()));
        Assert.Equal(0, instance.GetProperty("children").GetProperty("total").GetInt64());
        Assert.Equal(1, instance.GetProperty("executions").GetArrayLength());
        Assert.Equal($"[\"{city}\"]", await host.Http.GetStringAsync(MonitorClient.At($"/instances/{ended.InstanceId}/payload/input"), Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, await monitor.StatusAsync($"/instances/{ended.InstanceId}/payload/customStatus"));
        Assert.Equal(HttpStatusCode.NotFound, await monitor.StatusAsync("/instances/nobody"));
    }

    [Fact]
    public async Task A_payload_is_plain_text_whatever_it_looks_like_and_is_saved_under_a_harmless_name()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", "<script>alert(1)</script>", new Workflows.Durable.StartOrchestrationOptions("a\"b;<c>é"), Cancellation);

        HttpResponseMessage answer = await host.Http.GetAsync(MonitorClient.At($"/instances/{MonitorClient.Id(id)}/payload/input?download=true"), Cancellation);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("a_b__c__-input.json", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task An_id_may_hold_what_addresses_do_not_like()
    {
        await using TestHost host = await TestHost.StartAsync();
        const string Id = "a/b c?d#e%f+ü";
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new Workflows.Durable.StartOrchestrationOptions(Id), Cancellation);

        JsonElement instance = await new MonitorClient(host).GetAsync($"/instances/{MonitorClient.Id(Id)}");

        Assert.Equal(Id, instance.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_family_is_shown_from_either_end()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent", null, new Workflows.Durable.StartOrchestrationOptions("top"), Cancellation);
        await host.Client.WaitForInstanceStartAsync("top-child", Cancellation);

        JsonElement children = await monitor.GetAsync("/instances/top/children");
        JsonElement tree = await monitor.GetAsync("/instances/top-child/tree");
        JsonElement child = await monitor.GetAsync("/instances/top-child");

        Assert.Equal("top-child", children.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal("top", tree.GetProperty("ancestors")[0].GetProperty("id").GetString());
        Assert.Equal("Child", tree.GetProperty("node").GetProperty("name").GetString());
        Assert.Equal("Parent", child.GetProperty("parent").GetProperty("name").GetString());
        Assert.Equal(1, (await monitor.GetAsync("/instances/top")).GetProperty("children").GetProperty("byStatus").GetProperty("Running").GetInt64());
    }

    [Fact]
    public async Task Costs_are_those_of_all_below_and_of_what_has_ended_they_are_read_once()
    {
        Costs costs = new();
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Services.AddSingleton<IMonitorCosts>(costs));
        MonitorClient monitor = new(host);
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent", null, new Workflows.Durable.StartOrchestrationOptions("top"), Cancellation);
        await host.Client.WaitForInstanceStartAsync("top-child", Cancellation);

        JsonElement waiting = await monitor.GetAsync("/instances/top");
        await host.Client.RaiseEventAsync("top-child", "never", "said", Cancellation);
        await host.Client.WaitForInstanceCompletionAsync("top", Cancellation);
        JsonElement first = await monitor.GetAsync("/instances/top");
        JsonElement second = await monitor.GetAsync("/instances/top");

        Assert.False(waiting.TryGetProperty("cost", out _));
        Assert.Equal((1, 3), (first.GetProperty("cost").GetProperty("calls").GetInt64(), first.GetProperty("cost").GetProperty("promptTokens").GetInt64()));
        Assert.Equal(first.GetProperty("cost").GetRawText(), second.GetProperty("cost").GetRawText());
        Assert.Equal(1, costs.Reads);
    }
}
