using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Management;

public sealed class ManagementWaitTests
{
    private const string Root = "/runtime/webhooks/durabletask";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_that_waits_answers_with_the_output_itself()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await PostAsync(host, "/orchestrators/HelloCities?timeout=60&pollingInterval=1", """["Oslo"]""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""["Hello Oslo"]""", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_start_that_waits_for_no_output_answers_null()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await PostAsync(host, "/orchestrators/Silent?timeout=60", "");

        Assert.Equal("null", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("&returnInternalServerErrorOnFailure=true", HttpStatusCode.InternalServerError)]
    public async Task A_start_that_waits_answers_a_failure_with_the_status(string query, HttpStatusCode status)
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await PostAsync(host, "/orchestrators/Fail?timeout=60" + query, "");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("Failed", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("runtimeStatus").GetString());
    }

    [Fact]
    public async Task A_start_that_has_waited_in_vain_answers_where_to_look()
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage answer = await PostAsync(host, "/orchestrators/Wait/slow?timeout=0&returnInternalServerErrorOnFailure=true", "");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        string status = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("statusQueryGetUri").GetString()!;
        Assert.EndsWith("&returnInternalServerErrorOnFailure=true", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_can_wait_too_and_may_keep_the_id()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata first = await host.RunAsync("HelloCities", new[] { "Oslo" });

        HttpResponseMessage answer = await PostAsync(host, $"/instances/{first.InstanceId}/restart?restartWithNewInstanceId=false&timeout=60", "");

        Assert.Equal("""["Hello Oslo"]""", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(1, (await host.JsonAsync($"{Root}/instances")).GetArrayLength());
    }

    [Fact]
    public async Task A_running_instance_is_restarted_under_a_new_id_only()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new Durable.StartOrchestrationOptions("w"), Cancellation);
        await host.Client.WaitForInstanceStartAsync("w", Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(host, "/instances/w/restart?restartWithNewInstanceId=false", "")).StatusCode);
    }

    [Fact]
    public async Task An_instance_that_runs_is_not_purged()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new Durable.StartOrchestrationOptions("w"), Cancellation);
        await host.Client.WaitForInstanceStartAsync("w", Cancellation);

        HttpResponseMessage answer = await host.Http.DeleteAsync(new Uri(Root + "/instances/w", UriKind.Relative), Cancellation);

        Assert.Equal("""{"instancesDeleted":0}""", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("Who", HttpStatusCode.Gone)]
    [InlineData("Wait", HttpStatusCode.BadRequest)]
    public async Task Only_a_failed_instance_is_rewound(string orchestrator, HttpStatusCode status)
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, Cancellation);
        await (status == HttpStatusCode.Gone ? host.EndOfAsync(id) : host.Client.WaitForInstanceStartAsync(id, Cancellation));

        Assert.Equal(status, (await PostAsync(host, $"/instances/{id}/rewind?reason=again", "")).StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "\"on\"")]
    [InlineData("application/json", "on")]
    [InlineData("application/json", "")]
    public async Task An_event_that_is_not_json_is_refused(string type, string body)
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", Cancellation);
        await host.Client.WaitForInstanceStartAsync(id, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(host, $"/instances/{id}/raiseEvent/go", body, type)).StatusCode);
    }

    [Fact]
    public async Task An_entity_takes_text_as_it_is_and_is_deleted()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(host, "/entities/Counter/$?op=note", "as it is", "text/plain")).StatusCode);
        await host.RunAsync("AskCounter", "");
        Assert.Equal("as it is", host.Journey.Steps.Last());
        Assert.Equal(0, (await host.JsonAsync($"{Root}/entities/Counter/$")).GetInt32());
        JsonElement listed = (await host.JsonAsync($"{Root}/entities/Counter"))[0];
        Assert.Equal("", listed.GetProperty("entityId").GetProperty("key").GetString());

        HttpResponseMessage deleted = await host.Http.DeleteAsync(new Uri(Root + "/entities/Counter/$", UriKind.Relative), Cancellation);
        while (await host.Client.Entities.GetEntityAsync(new EntityInstanceId("Counter", ""), Cancellation) is not null)
        {
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(new Uri(Root + "/entities/Counter/$", UriKind.Relative), Cancellation)).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, string path, string body, string type = "application/json")
    {
        using StringContent content = new(body, Encoding.UTF8, type);
        return await host.Http.PostAsync(new Uri(Root + path, UriKind.Relative), content, Cancellation);
    }
}
