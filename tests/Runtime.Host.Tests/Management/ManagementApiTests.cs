using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Management;

public sealed class ManagementApiTests
{
    private const string Root = "/runtime/webhooks/durabletask";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ended_instance_is_a_200_with_the_extensions_fields()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata ended = await host.RunAsync("HelloCities", new[] { "Oslo" });

        JsonElement status = await host.JsonAsync($"{Root}/instances/{ended.InstanceId}");

        Assert.Equal(
            ["name", "instanceId", "runtimeStatus", "input", "customStatus", "output", "createdTime", "lastUpdatedTime"],
            status.EnumerateObject().Select(p => p.Name));
        Assert.Equal("HelloCities", status.GetProperty("name").GetString());
        Assert.Equal("Completed", status.GetProperty("runtimeStatus").GetString());
        Assert.Equal("""["Oslo"]""", status.GetProperty("input").GetRawText());
        Assert.Equal("""["Hello Oslo"]""", status.GetProperty("output").GetRawText());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", status.GetProperty("createdTime").GetString());
        Assert.Equal(JsonValueKind.Null, (await host.JsonAsync($"{Root}/instances/{ended.InstanceId}?showInput=false")).GetProperty("input").ValueKind);
    }

    [Fact]
    public async Task A_running_instance_is_a_202_that_says_where_to_look_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await WaitingAsync(host);

        HttpResponseMessage answer = await host.Http.GetAsync(At($"/instances/{id}?showInput=false"), Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal($"{host.Http.BaseAddress}runtime/webhooks/durabletask/instances/{id}?showInput=false", answer.Headers.Location!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_failed_instance_tells_why_and_is_a_500_when_asked_for()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata ended = await host.RunAsync("Fail");

        Assert.Contains("no luck", (await host.JsonAsync($"{Root}/instances/{ended.InstanceId}")).GetProperty("output").GetString(), StringComparison.Ordinal);
        HttpResponseMessage asError = await host.Http.GetAsync(At($"/instances/{ended.InstanceId}?returnInternalServerErrorOnFailure=true"), Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, asError.StatusCode);
    }

    [Fact]
    public async Task A_started_instance_is_steered_to_its_end_through_the_addresses_of_its_payload()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpResponseMessage started = await host.Http.PostAsync(At("/orchestrators/Wait/my-id"), null, Cancellation);
        JsonElement payload = await started.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.Equal("my-id", payload.GetProperty("id").GetString());
        Assert.Equal(payload.GetProperty("statusQueryGetUri").GetString(), started.Headers.Location!.OriginalString);
        Assert.Equal(TimeSpan.FromSeconds(10), started.Headers.RetryAfter!.Delta);
        Assert.EndsWith("/instances/my-id/rewind?reason={text}&taskHub=Workflows&connection=Storage", payload.GetProperty("rewindPostUri").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/instances/my-id/restart?taskHub=Workflows&connection=Storage", payload.GetProperty("restartPostUri").GetString(), StringComparison.Ordinal);
        foreach (string action in new[] { "suspendPostUri", "resumePostUri" })
        {
            Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, payload.GetProperty(action).GetString()!.Replace("{text}", "why", StringComparison.Ordinal)));
        }

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, payload.GetProperty("sendEventPostUri").GetString()!.Replace("{eventName}", "GO", StringComparison.Ordinal), "\"on\""));
        Assert.Equal("Hello first, then on", (await host.EndOfAsync("my-id")).ReadOutputAs<string>());
        Assert.Equal(HttpStatusCode.OK, (await host.Http.DeleteAsync(new Uri(payload.GetProperty("purgeHistoryDeleteUri").GetString()!), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(new Uri(payload.GetProperty("statusQueryGetUri").GetString()!), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_functions_management_payload_leads_to_the_instance()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpResponseMessage begun = await host.Http.PostAsync(new Uri("/api/begin/HelloCities", UriKind.Relative), null, Cancellation);
        JsonElement payload = await begun.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        await host.EndOfAsync(payload.GetProperty("id").GetString()!);

        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(new Uri(payload.GetProperty("statusQueryGetUri").GetString()!), Cancellation)).StatusCode);
        Assert.Contains("reason={{text}}", payload.GetProperty("terminatePostUri").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("rewindPostUri").ValueKind);
    }

    [Fact]
    public async Task A_terminated_instance_has_ended_and_can_be_steered_no_more()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await WaitingAsync(host);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, $"{Root}/instances/{id}/terminate?reason=enough"));
        OrchestrationMetadata ended = await host.EndOfAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.Equal("enough", ended.ReadOutputAs<string>());
        Assert.Equal(HttpStatusCode.Gone, await PostAsync(host, $"{Root}/instances/{id}/raiseEvent/go", "1"));
    }

    [Theory]
    [InlineData("", OrchestrationRuntimeStatus.Terminated)]
    [InlineData("?recursive=false", OrchestrationRuntimeStatus.Running)]
    public async Task Terminating_takes_sub_orchestrations_along_unless_told_otherwise(string query, OrchestrationRuntimeStatus child)
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent", Cancellation);
        await host.Client.WaitForInstanceStartAsync(id, Cancellation);
        while (await host.Client.GetInstanceAsync(id + "-child", Cancellation) is null or { RuntimeStatus: OrchestrationRuntimeStatus.Pending })
        {
            await Task.Yield();
        }

        await PostAsync(host, $"{Root}/instances/{id}/terminate{query}", "");
        await host.EndOfAsync(id);
        if (child == OrchestrationRuntimeStatus.Terminated)
        {
            await host.EndOfAsync(id + "-child");
        }

        Assert.Equal(child, (await host.Client.GetInstanceAsync(id + "-child", Cancellation))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_restart_runs_the_same_input_under_a_new_id()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata first = await host.RunAsync("HelloCities", new[] { "Oslo" });

        HttpResponseMessage answer = await host.Http.PostAsync(At($"/instances/{first.InstanceId}/restart"), null, Cancellation);
        string second = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;

        Assert.NotEqual(first.InstanceId, second);
        Assert.Equal(["Hello Oslo"], (await host.EndOfAsync(second)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Instances_are_listed_page_by_page_and_filtered()
    {
        await using TestHost host = await TestHost.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            await host.RunAsync("Who");
        }

        string waiting = await WaitingAsync(host);
        HttpResponseMessage page = await host.Http.GetAsync(At("/instances?top=2"), Cancellation);
        using HttpRequestMessage next = new(HttpMethod.Get, At("/instances?top=2"));
        next.Headers.Add("x-ms-continuation-token", page.Headers.GetValues("x-ms-continuation-token").Single());
        JsonElement rest = await (await host.Http.SendAsync(next, Cancellation)).Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(2, (await page.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetArrayLength());
        Assert.Equal(waiting, rest[1].GetProperty("instanceId").GetString());
        Assert.Equal(3, (await host.JsonAsync($"{Root}/instances?runtimeStatus=Completed,Failed")).GetArrayLength());
        Assert.Equal(0, (await host.JsonAsync($"{Root}/instances?createdTimeTo=2001-01-01T00:00:00Z")).GetArrayLength());
        Assert.Equal(1, (await host.JsonAsync($"{Root}/instances?instanceIdPrefix={waiting}")).GetArrayLength());
    }

    [Fact]
    public async Task Ended_instances_are_purged_by_filter()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.RunAsync("Who");
        await WaitingAsync(host);

        HttpResponseMessage answer = await host.Http.DeleteAsync(At("/instances?createdTimeFrom=2001-01-01T00:00:00Z"), Cancellation);

        Assert.Equal("""{"instancesDeleted":1}""", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(1, (await host.JsonAsync($"{Root}/instances")).GetArrayLength());
    }

    [Fact]
    public async Task An_entity_is_signalled_read_and_listed()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, $"{Root}/entities/Counter/one?op=add", "21"));
        await host.RunAsync("AddTwice", 0);

        Assert.Equal(21, (await host.JsonAsync($"{Root}/entities/Counter/one")).GetInt32());
        JsonElement listed = (await host.JsonAsync($"{Root}/entities/counter?fetchState=true"))[0];
        Assert.Equal("one", listed.GetProperty("entityId").GetProperty("key").GetString());
        Assert.Equal(21, listed.GetProperty("state").GetInt32());
        Assert.False((await host.JsonAsync($"{Root}/entities"))[0].TryGetProperty("state", out _));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(At("/entities/Counter/two"), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/instances/none", 404)]
    [InlineData("DELETE", "/instances/none", 404)]
    [InlineData("POST", "/instances/none/raiseEvent/x", 404)]
    [InlineData("POST", "/instances/none/restart", 400)]
    [InlineData("POST", "/instances/none/rewind", 404)]
    [InlineData("POST", "/instances/none/suspend", 404)]
    [InlineData("POST", "/instances/none/resume", 404)]
    [InlineData("POST", "/instances/none/terminate", 404)]
    [InlineData("GET", "/orchestrators/Who", 405)]
    [InlineData("POST", "/orchestrators/none", 400)]
    [InlineData("POST", "/orchestrators/Who/@x", 400)]
    [InlineData("POST", "/orchestrators/Who/a%2Fb", 400)]
    [InlineData("POST", "/orchestrators/Who/a%23b", 400)]
    [InlineData("POST", "/orchestrators/Who/a%07b", 400)]
    [InlineData("POST", "/orchestrators/Who?timeout=long", 400)]
    [InlineData("POST", "/orchestrators/Who?timeout=1&pollingInterval=-1", 400)]
    [InlineData("GET", "/instances?top=0", 400)]
    [InlineData("GET", "/instances?createdTimeFrom=soon", 400)]
    [InlineData("GET", "/instances?runtimeStatus=7", 400)]
    [InlineData("GET", "/instances?showInput=perhaps", 400)]
    [InlineData("DELETE", "/instances", 400)]
    [InlineData("DELETE", "/instances?createdTimeFrom=2001-01-01T00:00:00Z", 404)]
    [InlineData("POST", "/entities/Counter/one", 400)]
    [InlineData("POST", "/entities/Coun@ter/one?op=x", 400)]
    [InlineData("PUT", "/entities/Counter/one?op=x", 405)]
    [InlineData("GET", "/nothing", 404)]
    public async Task A_request_that_cannot_be_carried_out_is_told_so(string method, string path, int status)
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), At(path));

        Assert.Equal(status, (int)(await host.Http.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Bodies_and_continuations_that_cannot_be_read_are_400()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpRequestMessage next = new(HttpMethod.Get, At("/instances"));
        next.Headers.Add("x-ms-continuation-token", "made up");

        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.SendAsync(next, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(host, $"{Root}/orchestrators/Who", "{"));
    }

    [Fact]
    public async Task An_id_that_runs_is_not_started_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await WaitingAsync(host);

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, $"{Root}/orchestrators/Wait/{id}"));
    }

    private static Uri At(string path) => new(Root + path, UriKind.Relative);

    private static async Task<string> WaitingAsync(TestHost host)
    {
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", Cancellation);
        await host.Client.WaitForInstanceStartAsync(id, Cancellation);
        return id;
    }

    private static async Task<HttpStatusCode> PostAsync(TestHost host, string address, string? body = null)
    {
        using StringContent? content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return (await host.Http.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), content, Cancellation)).StatusCode;
    }
}
