using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workflows.Bench.Consultation.Driving;

namespace Workflows.Bench.Interview.Driving;

/// <summary>The simulator in a process of its own, with the documents' times, for the models of the interviews.</summary>
internal sealed class InterviewModels : IAsyncDisposable
{
    private static readonly string[] Pools = ["interview_gpu", "interview_cpu", "embedding", "speech", "vision"];

    private readonly OtherProcess _process;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    private InterviewModels(OtherProcess process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>The environment that points the pools at it.</summary>
    public IReadOnlyDictionary<string, string> Environment => Pools
        .SelectMany(pool => new[] { KeyValuePair.Create($"Models__Pools__{pool}__Endpoint", Endpoint.ToString()), KeyValuePair.Create($"Models__Pools__{pool}__Model", pool) })
        .ToDictionary();

    /// <summary>Starts it.</summary>
    /// <param name="timeScale">How many times faster than real time.</param>
    public static async Task<InterviewModels> StartAsync(double timeScale)
    {
        OtherProcess process = OtherProcess.Start(
            typeof(Simulator.SimulatorServer).Assembly.Location,
            new Dictionary<string, string>(),
            "--urls", "http://127.0.0.1:0", "--profile", "documents", "--time-scale", timeScale.ToString(CultureInfo.InvariantCulture));
        return new InterviewModels(process, await process.ListensAtAsync(onError: false));
    }

    /// <summary>Has all that runs on processors fail, or not any more.</summary>
    public async Task BreakProcessorsAsync(bool isBroken)
    {
        foreach (string pool in Pools.Skip(1))
        {
            using HttpResponseMessage response = await _http.PutAsJsonAsync(
                new Uri(Endpoint, $"/sim/models/{pool}"), new JsonObject { ["faults"] = new JsonObject { ["http500"] = new JsonObject { ["rate"] = isBroken ? 1 : 0 } } });
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Asks a model something, by its own, as a program does that has no fleet.</summary>
    public async Task AskAsync(string model, string task, string text)
    {
        JsonObject body = new()
        {
            ["model"] = model,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "system", ["content"] = $"Task {task}: as the document has it" }, new JsonObject { ["role"] = "user", ["content"] = text }),
        };
        using HttpResponseMessage response = await _http.PostAsJsonAsync(new Uri(Endpoint, "/v1/chat/completions"), body);
        response.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }
}
