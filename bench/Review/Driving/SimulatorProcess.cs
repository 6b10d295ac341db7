using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Bench.Review.Driving;

/// <summary>The simulator as a process that outlives the one under test, with its counters.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly Uri _endpoint;

    private SimulatorProcess(Process process, Uri endpoint)
    {
        _process = process;
        _endpoint = endpoint;
        _http = new HttpClient { BaseAddress = endpoint };
    }

    /// <summary>The environment that points every pool at this simulator, within the limits of the named profile.</summary>
    public IReadOnlyDictionary<string, string> Environment(string profile) => profile == "documents"
        ? new Dictionary<string, string>
        {
            ["Models__Pools__qwen3__Endpoint"] = _endpoint.ToString(),
            ["Models__Pools__qwen3__Model"] = "qwen3",
            ["Models__Pools__gptoss__Endpoint"] = _endpoint.ToString(),
            ["Models__Pools__gptoss__Model"] = "gptoss",
        }
        : new Dictionary<string, string>(Environment("documents"))
        {
            ["Models__Pools__qwen3__CallsPerMinute"] = "600",
            ["Models__Pools__gptoss__MaxConcurrent"] = "8",
            ["Models__Pools__gptoss__CallsPerMinute"] = "600",
        };

    public static async Task<SimulatorProcess> StartAsync(string profile, double timeScale)
    {
        Process process = Product.Launch(
            typeof(Simulator.SimulatorServer).Assembly.Location, new Dictionary<string, string>(),
            "--urls", "http://127.0.0.1:0", "--profile", profile, "--time-scale", timeScale.ToString(System.Globalization.CultureInfo.InvariantCulture));
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        string url = line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
        return new SimulatorProcess(process, new Uri(url));
    }

    /// <summary>The counters of a model.</summary>
    public async Task<Simulator.Models.ModelCounters> CountersAsync(string model) =>
        (await ReadAsync(model)).GetProperty("counters").Deserialize<Simulator.Models.ModelCounters>(Json)!;

    /// <summary>How often each request was seen, by the digest of its messages, over both models.</summary>
    public async Task<Dictionary<string, long>> CallsAsync()
    {
        Dictionary<string, long> calls = [];
        foreach (string model in new[] { "qwen3", "gptoss" })
        {
            foreach (JsonElement call in (await ReadAsync(model)).GetProperty("calls").EnumerateArray())
            {
                string digest = call.GetProperty("digest").GetString()!;
                calls[digest] = calls.GetValueOrDefault(digest) + call.GetProperty("count").GetInt64();
            }
        }

        return calls;
    }

    /// <summary>Changes how long a model takes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="seconds">For each answer.</param>
    public async Task DawdleAsync(string model, double seconds)
    {
        using HttpResponseMessage changed = await _http.PutAsJsonAsync(new Uri(_endpoint, $"/sim/models/{model}"), new { latency = new { kind = "fixed", seconds } });
        changed.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Task<JsonElement> ReadAsync(string model) => _http.GetFromJsonAsync<JsonElement>(new Uri(_endpoint, $"/sim/models/{model}?calls=true"));
}
