using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable.Client;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Monitor.Starting;

public sealed class StartRoutesTests
{
    [Fact]
    public async Task An_orchestration_is_started_with_its_input_id_and_tags()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);

        JsonElement started = await monitor.PostAsync("/orchestrations/HelloCities", new { input = new[] { "Oslo" }, id = "mine", tags = new { team = "red" } });

        OrchestrationMetadata ended = await host.EndOfAsync("mine");
        Assert.Equal("mine", started.GetProperty("newId").GetString());
        Assert.Equal(["Hello Oslo"], ended.ReadOutputAs<string[]>()!);
        Assert.Equal("red", ended.Tags["team"]);
        JsonElement note = (await monitor.GetAsync("/audit")).GetProperty("items")[0];
        Assert.Equal(("start", "mine"), (note.GetProperty("operation").GetString(), note.GetProperty("target").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_started_is_refused_before_anything_starts()
    {
        await using TestHost host = await TestHost.StartAsync();
        MonitorClient monitor = new(host);
        await monitor.PostAsync("/orchestrations/Wait", new { id = "runs" });

        Assert.Equal(HttpStatusCode.NotFound, (await monitor.RefusedAsync(HttpMethod.Post, "/orchestrations/Nothing")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await monitor.RefusedAsync(HttpMethod.Post, "/orchestrations/Wait", new { id = "runs" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await monitor.RefusedAsync(HttpMethod.Post, "/orchestrations/Wait", new { id = "a/b" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await monitor.RefusedAsync(HttpMethod.Post, "/orchestrations/Wait", new { startAt = "soon" })).Status);
    }

    [Fact]
    public async Task What_the_application_tells_of_an_orchestration_is_shown_and_its_input_is_checked()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Services.AddSingleton<IMonitorCatalogue, CityCatalogue>());
        MonitorClient monitor = new(host);

        JsonElement count = (await monitor.GetAsync("/orchestrations")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "Count");
        (HttpStatusCode status, string why) = await monitor.RefusedAsync(HttpMethod.Post, "/orchestrations/Count", new { input = new { name = 5 } });

        Assert.Equal("Counts people.", count.GetProperty("description").GetString());
        Assert.True(count.GetProperty("schema").GetProperty("properties").TryGetProperty("People", out _));
        Assert.Equal("Oslo", count.GetProperty("example").GetProperty("Name").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Count", why, StringComparison.Ordinal);
    }

    private sealed class CityCatalogue : IMonitorCatalogue
    {
        public MonitorStart? Find(string orchestrator) => orchestrator == "Count"
            ? new MonitorStart { Description = "Counts people.", InputType = typeof(City), Example = new City("Oslo", 700_000) }
            : null;
    }
}
