using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.Functions;
using Workflows.Runtime.Host;
using Workflows.Shared.Consultation;

namespace Workflows.Monitor.Tests.Results;

/// <summary>The application itself, with the simulator, on a free port. Consultations have one client, and as many as <see cref="RunAt"/> are analysed at once.</summary>
public sealed class WorkflowHost : IAsyncLifetime
{
    /// <summary>So many pending consultations start an analysis.</summary>
    internal const int RunAt = 4;

    private const string Client = "centerlink";
    private const string Secret = "a secret of centerlink";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-results-").FullName;
    private IHost? _host;

    /// <summary>Where it listens.</summary>
    public HttpClient Http { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = WorkflowsApp.Build(["--contentRoot", _folder], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [$"Consultations:Clients:{Client}:Secrets:0"] = Secret,
                ["Consultations:RunAt"] = $"{RunAt}",
            });
            builder.ConfigureEmbeddedHost(options =>
            {
                options.DataFolder = Path.Combine(_folder, "data");
                options.Urls = "http://127.0.0.1:0";
                options.FullSync = false;
                options.TimeScale = 4;
                options.Assemblies.Add(typeof(WorkflowsApp).Assembly);
                options.Assemblies.Add(typeof(Orchestrations.Fleet.ModelCallExtensions).Assembly);
                options.Assemblies.Add(typeof(Activities.Models.ModelServices).Assembly);
            });
        });
        await _host.StartAsync();
        Http.BaseAddress = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Sends a body to one of the application's routes, and gives what it answers.</summary>
    internal async Task<JsonElement> PostAsync(string route, object body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, route) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Bound-Key", BoundKeys.Make(Client, Secret, _host!.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        using HttpResponseMessage answer = await Http.SendAsync(request, Cancellation);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Starts a run of a workflow; its id.</summary>
    internal async Task<string> StartAsync(string workflow, object body) => (await PostAsync("/api/v1/" + workflow, body)).GetProperty("id").GetString()!;

    /// <summary>Has consultations analysed, as many as <see cref="RunAt"/>; the batch's id.</summary>
    internal async Task<string> AnalyseAsync(IEnumerable<string> conversations)
    {
        object[] consultations = [.. conversations.Select((text, index) => new { consultation_id = $"CL-{index}", conversation_text = text })];
        Assert.Equal(RunAt, consultations.Length);
        return (await PostAsync("/api/v1/consultation/batch-analysis", new { consultations })).GetProperty("batch_id").GetString()!;
    }

    /// <summary>Holds an interview to its end: each question gets the answer that is made of its number.</summary>
    internal async Task HoldAsync(string id, Func<int, string> answer)
    {
        string after = string.Empty;
        while (true)
        {
            using HttpResponseMessage waited = await Http.GetAsync(new Uri($"/api/v1/interviews/{id}/next?wait=100{after}", UriKind.Relative), Cancellation);
            JsonElement state = await waited.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            if (state.GetProperty("status").GetString() == "completed")
            {
                return;
            }

            if (!state.TryGetProperty("stage", out JsonElement stage))
            {
                continue;
            }

            string key = stage.GetProperty("key").GetString()!;
            await PostAsync($"/api/v1/interviews/{id}/answers", new { stage = key, text = answer(stage.GetProperty("number").GetInt32()) });
            after = "&after=" + Uri.EscapeDataString(key);
        }
    }

    /// <summary>Waits until an instance has ended.</summary>
    internal async Task EndAsync(string id)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        await _host!.Services.GetRequiredService<DurableTaskClient>().WaitForInstanceCompletionAsync(id, patience.Token);
    }

    /// <summary>What the monitor's API answers.</summary>
    internal Task<JsonElement> AskAsync(string route) => Http.GetFromJsonAsync<JsonElement>(new Uri("/monitor/api" + route, UriKind.Relative), Cancellation);

    /// <summary>Waits for the first instance of an orchestration that is about a batch.</summary>
    internal async Task<string> InstanceAsync(string orchestration, string batch)
    {
        while (true)
        {
            JsonElement found = await AskAsync($"/instances?name={orchestration}&text={batch}&order=asc");
            if (found.GetProperty("items").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first)
            {
                return first.GetProperty("id").GetString()!;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host!.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
