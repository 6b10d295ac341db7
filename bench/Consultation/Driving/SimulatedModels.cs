using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Models;

namespace Workflows.Bench.Consultation.Driving;

/// <summary>The simulator in a process of its own, which may die and come back at the same address.</summary>
internal sealed class SimulatedModels : IAsyncDisposable
{
    /// <summary>The models of the quick summary, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<string> Small = ["kanana", "qwen3_small"];

    /// <summary>The model of the analysis.</summary>
    public const string Medium = "qwen3_medium";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly double _timeScale;
    private readonly HttpClient _http = new();
    private OtherProcess _process;

    private SimulatedModels(OtherProcess process, Uri endpoint, double timeScale)
    {
        _process = process;
        _timeScale = timeScale;
        Endpoint = endpoint;
    }

    /// <summary>Its address, ending in <c>/v1</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts it with the documents' times and limits.</summary>
    public static async Task<SimulatedModels> StartAsync(double timeScale)
    {
        OtherProcess process = Launch("http://127.0.0.1:0", timeScale);
        return new SimulatedModels(process, await process.ListensAtAsync(onError: false), timeScale);
    }

    /// <summary>The environment that points the consultations' pools at it.</summary>
    /// <param name="slots">Calls at once of the first small model; null: as by default.</param>
    public Dictionary<string, string> Environment(int? slots = null)
    {
        Dictionary<string, string> environment = [];
        foreach (string model in Small.Append(Medium))
        {
            environment[$"Models__Pools__{model}__Endpoint"] = Endpoint.ToString();
            environment[$"Models__Pools__{model}__Model"] = model;
        }

        if (slots is { } number)
        {
            environment[$"Models__Pools__{Small[0]}__MaxConcurrent"] = number.ToString(CultureInfo.InvariantCulture);

            // All pools together must not be able to run more calls than the host may run activities.
            environment[$"Models__Pools__{Small[1]}__MaxConcurrent"] = Math.Min(number, 32).ToString(CultureInfo.InvariantCulture);
        }

        return environment;
    }

    /// <summary>Changes a model's profile: what is not named stays.</summary>
    public async Task ChangeAsync(string model, JsonObject profile)
    {
        using HttpResponseMessage response = await _http.PutAsJsonAsync(new Uri(Endpoint, $"/sim/models/{model}"), profile);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Changes the profile of both small models.</summary>
    public async Task ChangeSmallAsync(Func<JsonObject> profile)
    {
        foreach (string model in Small)
        {
            await ChangeAsync(model, profile());
        }
    }

    /// <summary>The counters of a model.</summary>
    public async Task<ModelCounters> CountersAsync(string model) =>
        (await _http.GetFromJsonAsync<JsonElement>(new Uri(Endpoint, $"/sim/models/{model}"))).GetProperty("counters").Deserialize<ModelCounters>(Json)!;

    /// <summary>Kills it.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Starts it again where it was; it has forgotten all.</summary>
    public async Task ReviveAsync()
    {
        await _process.DisposeAsync();
        _process = Launch(Endpoint.GetLeftPart(UriPartial.Authority), _timeScale);
        await _process.ListensAtAsync(onError: false);
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }

    private static OtherProcess Launch(string url, double timeScale) => OtherProcess.Start(
        typeof(Simulator.SimulatorServer).Assembly.Location,
        new Dictionary<string, string>(),
        "--urls", url, "--profile", "documents", "--time-scale", timeScale.ToString(CultureInfo.InvariantCulture));
}
