using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Fleet;

namespace Workflows.Functions.Monitor;

/// <summary>What the application tells the monitor of itself, over HTTP.</summary>
public sealed class WorkflowMonitorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_review_is_shown_with_its_diff_its_cost_and_its_family()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 4);
        string diff = TestApp.Sample("order-discounts.diff");
        using HttpResponseMessage started = await app.Http.PostAsJsonAsync("/api/v1/reviews", new { diff, id = "review-1" }, Cancellation);
        await app.Client.WaitForInstanceCompletionAsync("review-1", Cancellation);

        JsonElement instance = await GetAsync(app, "/instances/review-1");
        JsonElement result = await GetAsync(app, "/instances/review-1/result");
        JsonElement tree = await GetAsync(app, "/instances/review-1/tree?depth=3");

        int calls = (await app.CallsAsync()).Sum(call => call.Attempts.Count(attempt => attempt.SentAt is not null));
        Assert.True(calls > 0);
        Assert.Equal(calls, instance.GetProperty("cost").GetProperty("calls").GetInt32());
        Assert.True(instance.GetProperty("cost").GetProperty("promptTokens").GetInt64() > 0);
        Assert.True(instance.GetProperty("result").GetBoolean());
        Assert.Equal("review", result.GetProperty("view").GetString());
        Assert.Equal(diff, result.GetProperty("data").GetProperty("diff").GetString());
        Assert.Equal(JsonValueKind.Object, result.GetProperty("data").GetProperty("report").ValueKind);
        Assert.True(tree.GetProperty("node").GetProperty("childCount").GetInt64() > 0);
    }

    [Fact]
    public async Task The_fleet_page_knows_every_pool_and_what_answers_took()
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 4);
        await app.ReviewAsync(new { diff = TestApp.Sample("order-discounts.diff") });

        JsonElement fleet = await GetAsync(app, "/fleet");

        JsonElement qwen = fleet.GetProperty("pools").EnumerateArray().Single(pool => pool.GetProperty("name").GetString() == "qwen3");
        Assert.Equal("default", fleet.GetProperty("fleets")[0].GetProperty("key").GetString());
        Assert.True(qwen.GetProperty("simulated").GetBoolean());
        Assert.Equal("closed", qwen.GetProperty("breaker").GetProperty("state").GetString());
        Assert.True(qwen.GetProperty("latency").GetProperty("samples").GetInt32() > 0);
        Assert.Equal(["realtime", "interactive", "batch"], qwen.GetProperty("waiting").EnumerateObject().Select(entry => entry.Name));
        Assert.Equal(["default"], (await GetAsync(app, "/entities?name=ModelFleet")).GetProperty("items").EnumerateArray().Select(entity => entity.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task Every_orchestration_of_the_application_is_told_with_an_example_that_fits()
    {
        await using TestApp app = await TestApp.StartAsync();

        JsonElement[] items = [.. (await GetAsync(app, "/orchestrations")).GetProperty("items").EnumerateArray()];

        Assert.All(items, item => Assert.True(item.TryGetProperty("description", out _), item.GetProperty("name").GetString()));
        Assert.False(items.Single(item => item.GetProperty("name").GetString() == nameof(ModelCall)).GetProperty("startable").GetBoolean());
        foreach (JsonElement item in items.Where(item => item.GetProperty("startable").GetBoolean()))
        {
            Assert.True(item.TryGetProperty("schema", out _));
            using HttpRequestMessage request = new(HttpMethod.Post, $"/monitor/api/orchestrations/{item.GetProperty("name").GetString()}")
            {
                Content = JsonContent.Create(new { input = item.GetProperty("example") }),
            };
            request.Headers.Add("X-Monitor-Csrf", (await GetAsync(app, "/session")).GetProperty("csrf").GetString());
            using HttpResponseMessage started = await app.Http.SendAsync(request, Cancellation);
            string answer = await started.Content.ReadAsStringAsync(Cancellation);
            Assert.True(started.IsSuccessStatusCode, answer);
            string id = JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("newId").GetString()!;
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.Client.WaitForInstanceCompletionAsync(id, Cancellation)).RuntimeStatus);
        }
    }

    private static Task<JsonElement> GetAsync(TestApp app, string route) => app.Http.GetFromJsonAsync<JsonElement>("/monitor/api" + route, Cancellation);
}
