using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Runtime.Engine.Testing;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests;

/// <summary>A simulator without sockets on a manual clock, serving one model named <c>m</c>.</summary>
internal sealed class SimulatorFixture : IDisposable
{
    private readonly SimulatorHandler _handler;

    public SimulatorFixture(ModelProfile? profile = null, long seed = 1)
    {
        var models = new Dictionary<string, ModelProfile> { ["m"] = profile ?? Instant };
        _handler = new SimulatorHandler(new SimulatorOptions { Models = models, Seed = seed }, Time);
        Client = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A profile without latency and with wide limits.</summary>
    public static ModelProfile Instant { get; } = new() { Latency = LatencyProfile.Fixed(0), MaxConcurrent = 1_000 };

    public VirtualTime Time { get; } = new();

    public HttpClient Client { get; }

    public SimulatorModel Model => _handler.Models["m"];

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static JsonObject Request(string text, string? system = null, JsonObject? format = null)
    {
        var messages = new JsonArray();
        if (system is not null)
        {
            messages.Add(new JsonObject { ["role"] = "system", ["content"] = system });
        }

        messages.Add(new JsonObject { ["role"] = "user", ["content"] = text });
        var request = new JsonObject { ["model"] = "m", ["messages"] = messages };
        if (format is not null)
        {
            request["response_format"] = format;
        }

        return request;
    }

    public static JsonObject SchemaFormat(string name, JsonNode schema) => new()
    {
        ["type"] = "json_schema",
        ["json_schema"] = new JsonObject { ["name"] = name, ["schema"] = schema },
    };

    public Task<HttpResponseMessage> SendAsync(JsonObject request, CancellationToken? cancellation = null) =>
        Client.PostAsync(new Uri("http://simulator.invalid/v1/chat/completions"), Json(request.ToJsonString()), cancellation ?? Cancellation);

    public Task<HttpResponseMessage> SendAsync(string text) => SendAsync(Request(text));

    public Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Client.PostAsync(new Uri("http://simulator.invalid" + path), Json(body), Cancellation);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri("http://simulator.invalid" + path), Cancellation);

    public Task<HttpResponseMessage> PutAsync(string path, string body) =>
        Client.PutAsync(new Uri("http://simulator.invalid" + path), Json(body), Cancellation);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;

    public static async Task<JsonElement> MessageAsync(HttpResponseMessage response) =>
        (await ReadAsync(response)).GetProperty("choices")[0].GetProperty("message");

    public async Task<string> ContentAsync(JsonObject request)
    {
        using var response = await SendAsync(request);
        return (await MessageAsync(response)).GetProperty("content").GetString()!;
    }

    public void Dispose() => Client.Dispose();

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
