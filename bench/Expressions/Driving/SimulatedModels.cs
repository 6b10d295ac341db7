using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Bench.Consultation.Driving;
using Workflows.Simulator.Models;

namespace Workflows.Bench.Expressions.Driving;

/// <summary>The simulator in a process of its own, for the model of the expressions.</summary>
internal sealed class SimulatedModels : IAsyncDisposable
{
    private const string Model = "expression";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly OtherProcess _process;
    private readonly HttpClient _http = new();
    private readonly Uri _endpoint;

    private SimulatedModels(OtherProcess process, Uri endpoint)
    {
        _process = process;
        _endpoint = endpoint;
    }

    /// <summary>The environment that points the pool at it.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        [$"Models__Pools__{Model}__Endpoint"] = _endpoint.ToString(),
        [$"Models__Pools__{Model}__Model"] = Model,
    };

    /// <summary>Starts it with a named profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="timeScale">How many times faster than real time.</param>
    public static async Task<SimulatedModels> StartAsync(string profile, double timeScale)
    {
        OtherProcess process = OtherProcess.Start(
            typeof(Simulator.SimulatorServer).Assembly.Location,
            new Dictionary<string, string>(),
            "--urls", "http://127.0.0.1:0", "--profile", profile, "--time-scale", timeScale.ToString(CultureInfo.InvariantCulture));
        return new SimulatedModels(process, await process.ListensAtAsync(onError: false));
    }

    /// <summary>Sets the model's faults, by their names, and takes all others away.</summary>
    /// <param name="faults">The faults.</param>
    public async Task FaultsAsync(params (string Name, JsonObject Setting)[] faults)
    {
        // What is patched stays beside what is there.
        await ChangeAsync(new JsonObject { ["faults"] = null });
        await ChangeAsync(new JsonObject { ["faults"] = new JsonObject(faults.Select(fault => KeyValuePair.Create(fault.Name, (JsonNode?)fault.Setting))) });
    }

    /// <summary>The model's counters.</summary>
    public async Task<ModelCounters> CountersAsync() =>
        (await _http.GetFromJsonAsync<JsonElement>(Address)).GetProperty("counters").Deserialize<ModelCounters>(Json)!;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }

    private Uri Address => new(_endpoint, $"/sim/models/{Model}");

    private async Task ChangeAsync(JsonObject change)
    {
        using HttpResponseMessage response = await _http.PutAsJsonAsync(Address, change);
        response.EnsureSuccessStatusCode();
    }
}
