using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker.Builder;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Host;
using Workflows.Shared.Models;
using Workflows.Shared.PullRequestReview;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions;

/// <summary>The whole application on a free port, with the simulator in the process and a clock that runs faster.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly IHost _host;
    private readonly string _folder;

    private TestApp(IHost host, string folder)
    {
        _host = host;
        _folder = folder;
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public TimeProvider Time => _host.Services.GetRequiredService<TimeProvider>();

    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableTaskClient>();

    public DurableEngine Engine => _host.Services.GetRequiredService<DurableEngine>();

    public IServiceProvider Services => _host.Services;

    public SimulatorHandler Simulator => _host.Services.GetRequiredService<SimulatorHandler>();

    public static async Task<TestApp> StartAsync(
        double timeScale = 4, Action<FunctionsApplicationBuilder>? configure = null, IReadOnlyList<(string Key, string Value)>? settings = null)
    {
        string folder = Directory.CreateTempSubdirectory("workflows-app-").FullName;
        IHost host = WorkflowsApp.Build(["--contentRoot", folder], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection((settings ?? []).Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
            builder.ConfigureEmbeddedHost(options =>
            {
                options.DataFolder = Path.Combine(folder, "data");
                options.Urls = "http://127.0.0.1:0";
                options.FullSync = false;
                options.DrainTimeout = TimeSpan.Zero;
                options.ReplayEveryTurn = Environment.GetEnvironmentVariable("Workflows__ReplayEveryTurn") == "true";
                options.TimeScale = timeScale;
                options.Assemblies.Add(typeof(WorkflowsApp).Assembly);
                options.Assemblies.Add(typeof(Orchestrations.Fleet.ModelCallExtensions).Assembly);
                options.Assemblies.Add(typeof(Activities.Models.ModelServices).Assembly);
            });
            configure?.Invoke(builder);
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestApp(host, folder);
    }

    public static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary>Sets faults of a model.</summary>
    public void Break(string model, FaultSettings faults) => Simulator.Models[model].Update(profile => profile with { Faults = faults });

    /// <summary>Starts a review over HTTP and waits for its report.</summary>
    public async Task<ReviewReport> ReviewAsync(object body)
    {
        using HttpResponseMessage started = await Http.PostAsJsonAsync("/api/v1/reviews", body, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, started.StatusCode);
        string id = (await started.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await Client.WaitForInstanceCompletionAsync(id, patience.Token);
        JsonElement state = await Http.GetFromJsonAsync<JsonElement>(started.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("completed", state.GetProperty("status").GetString());
        return state.GetProperty("result").Deserialize<ReviewReport>(ReviewJson.Options)!;
    }

    /// <summary>What every call to a model came to.</summary>
    public async Task<IReadOnlyList<ModelCallResult>> CallsAsync()
    {
        List<ModelCallResult> calls = [];
        await foreach (OrchestrationMetadata instance in Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            if (instance.Name == nameof(Orchestrations.Fleet.ModelCall))
            {
                calls.Add(instance.ReadOutputAs<ModelCallResult>()!);
            }
        }

        return calls;
    }

    /// <summary>Waits for something that nobody tells.</summary>
    public async Task UntilAsync(Func<bool> reached, string what)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!reached())
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited in vain until {what}.");
            }

            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
