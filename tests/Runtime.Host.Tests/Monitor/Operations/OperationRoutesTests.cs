using System.Net;
using System.Text.Json;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Operations;

public sealed class OperationRoutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_is_suspended_resumed_and_sent_an_event()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string id = await WaitingAsync(host);

        JsonElement suspended = await monitor.PostAsync($"/instances/{id}/suspend", new { reason = "lunch" });
        Assert.Equal("Suspended", (await monitor.GetAsync($"/instances/{id}")).GetProperty("status").GetString());
        await monitor.PostAsync($"/instances/{id}/resume");
        await monitor.PostAsync($"/instances/{id}/raiseEvent", new { name = "go", payload = "on" });

        Assert.Equal(("suspend", "done"), (suspended.GetProperty("operation").GetString(), suspended.GetProperty("outcome").GetString()));
        Assert.Equal("Hello first, then on", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_instance_is_terminated_restarted_and_purged()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string id = await WaitingAsync(host);

        await monitor.PostAsync($"/instances/{id}/terminate", new { recursive = false });
        JsonElement restarted = await monitor.PostAsync($"/instances/{id}/restart");
        await monitor.PostAsync($"/instances/{id}/purge");

        Assert.Equal(HttpStatusCode.NotFound, await monitor.StatusAsync($"/instances/{id}"));
        Assert.Equal("Wait", (await host.Client.GetInstanceAsync(restarted.GetProperty("newId").GetString()!, Cancellation))!.Name);
    }

    [Fact]
    public async Task A_failed_instance_is_rewound()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = (await host.RunAsync("Fail")).InstanceId;

        JsonElement rewound = await new MonitorClient(host).PostAsync($"/instances/{id}/rewind", new { reason = "again" });

        Assert.Equal("done", rewound.GetProperty("outcome").GetString());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task An_instance_is_forked_from_a_step_with_another_result()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string id = (await host.RunAsync("HelloCities", new[] { "Oslo", "Rome" })).InstanceId;
        long step = await FirstAsync(monitor, id, "ActivityCompleted");

        JsonElement forked = await monitor.PostAsync($"/instances/{id}/fork", new { afterEvent = step, stepResult = "Hei Oslo", id = "my-fork" });

        Assert.Equal("my-fork", forked.GetProperty("newId").GetString());
        Assert.Equal(["Hei Oslo", "Hello Rome"], (await host.EndOfAsync("my-fork")).ReadOutputAs<string[]>()!);
        JsonElement fork = await monitor.GetAsync("/instances/my-fork");
        Assert.Equal((id, step), (fork.GetProperty("forkedFrom").GetProperty("id").GetString(), fork.GetProperty("forkedFrom").GetProperty("afterEvent").GetInt64()));
        Assert.Equal(HttpStatusCode.Conflict, (await monitor.RefusedAsync(HttpMethod.Post, $"/instances/{id}/fork", new { afterEvent = 1 })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await monitor.RefusedAsync(HttpMethod.Post, $"/instances/{id}/fork", new { afterEvent = step, id = "my-fork" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await monitor.RefusedAsync(HttpMethod.Post, $"/instances/{id}/fork")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await monitor.RefusedAsync(HttpMethod.Post, $"/instances/{id}/fork", new { afterEvent = step, stepInput = 1, stepResult = 2 })).Status);
    }

    [Fact]
    public async Task The_management_api_forks_too()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = (await host.RunAsync("HelloCities", new[] { "Oslo", "Rome" })).InstanceId;
        long step = await FirstAsync(new MonitorClient(host), id, "ActivityCompleted");

        HttpResponseMessage answer = await host.Http.PostAsync(
            new Uri($"/runtime/webhooks/durabletask/instances/{id}/fork", UriKind.Relative), new StringContent($$"""{"afterEvent":{{step}},"stepInput":"Bergen"}"""), Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        string fork = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("id").GetString()!;
        Assert.Equal(["Hello Bergen", "Hello Rome"], (await host.EndOfAsync(fork)).ReadOutputAs<string[]>()!);
    }

    [Theory]
    [InlineData("resume", "{}")]
    [InlineData("rewind", "{}")]
    [InlineData("purge", "{}")]
    [InlineData("restart", """{"newId":false}""")]
    public async Task What_the_state_does_not_allow_is_a_409(string operation, string body)
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await WaitingAsync(host);

        (HttpStatusCode status, string why) = await new MonitorClient(host).RefusedAsync(HttpMethod.Post, $"/instances/{id}/{operation}", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Running", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_operation_is_noted_with_how_it_went_and_without_what_was_sent()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        string id = await WaitingAsync(host);
        await monitor.PostAsync($"/instances/{id}/raiseEvent", new { name = "other", payload = "a secret" });
        await monitor.RefusedAsync(HttpMethod.Post, $"/instances/{id}/purge", new { reason = "a private reason" });
        JsonElement terminated = await monitor.PostAsync($"/instances/{id}/terminate", new { reason = "a private reason" });

        JsonElement audit = await monitor.GetAsync($"/audit?instance={id}");

        Assert.Equal(
            [("terminate", "done"), ("purge", "refused"), ("raiseEvent", "done")],
            audit.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("operation").GetString(), item.GetProperty("outcome").GetString())));
        Assert.Equal(terminated.GetProperty("audit").GetInt64(), audit.GetProperty("items")[0].GetProperty("id").GetInt64());
        Assert.Equal("local", audit.GetProperty("items")[0].GetProperty("who").GetString());
        Assert.DoesNotContain("secret", audit.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("private", audit.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_log_outlives_the_host()
    {
        TestHost before = await TestHost.StartAsync();
        string id = await WaitingAsync(before);
        await new MonitorClient(before).PostAsync($"/instances/{id}/terminate");

        await using TestHost after = await before.RestartAsync();

        Assert.Equal(1, (await new MonitorClient(after).GetAsync($"/audit?instance={id}")).GetProperty("items").GetArrayLength());
    }

    private static async Task<long> FirstAsync(MonitorClient monitor, string id, string kind) =>
        (await monitor.GetAsync($"/instances/{id}/history?kind={kind}")).GetProperty("items")[0].GetProperty("sequence").GetInt64();

    private static async Task<string> WaitingAsync(TestHost host)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", null, new StartOrchestrationOptions("waiting"), Cancellation);
        await new MonitorClient(host).BlockedOnAsync(id, "waits for the event go");
        return id;
    }
}
