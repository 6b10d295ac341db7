using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker.Builder;
using Workflows.Runtime.Host;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Monitor.Tests.App;

/// <summary>The functions of this assembly on the real host, with a data file of its own.</summary>
public sealed class MonitoredHost : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-monitor-").FullName;
    private readonly Dictionary<string, string> _keys = [];
    private IHost? _host;
    private int _names;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    internal Desk Desk => Services.GetRequiredService<Desk>();

    internal DurableTaskClient Client => Services.GetRequiredService<DurableTaskClient>();

    internal IHostQueues Queues => Services.GetRequiredService<IHostQueues>();

    private IServiceProvider Services => _host!.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One that wants keys.</summary>
    internal static async Task<MonitoredHost> StartWithKeysAsync(params (string Name, string Key)[] keys)
    {
        MonitoredHost host = new();
        foreach ((string name, string key) in keys)
        {
            host._keys[name] = key;
        }

        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--contentRoot", _folder]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton<Desk>();
        builder.Logging.ClearProviders();
        builder.ConfigureEmbeddedHost(options =>
        {
            options.DataFolder = Path.Combine(_folder, "data");
            options.Urls = "http://127.0.0.1:0";
            options.FullSync = false;
            options.Assemblies.Add(typeof(MonitoredHost).Assembly);
            foreach ((string name, string key) in _keys)
            {
                options.Keys[name] = key;
            }
        });
        _host = builder.Build();
        await _host.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>An id that no other test has.</summary>
    internal string NewId(string name) => $"{name}-{Interlocked.Increment(ref _names)}";

    /// <summary>Starts an instance.</summary>
    internal async Task<string> StartAsync(string name, object? input, string? id = null)
    {
        string used = id ?? NewId(name.ToLowerInvariant());
        return await Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(used), Cancellation);
    }

    /// <summary>Starts an instance and waits until it has ended.</summary>
    internal async Task<string> RunAsync(string name, object? input, string? id = null)
    {
        string started = await StartAsync(name, input, id);
        await EndAsync(started);
        return started;
    }

    /// <summary>Waits until an instance has ended.</summary>
    internal async Task<OrchestrationMetadata> EndAsync(string id)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
    }

    /// <summary>What the monitor's API answers, as a script asks it.</summary>
    internal async Task<JsonElement> AskAsync(string route)
    {
        using HttpClient http = new() { BaseAddress = Address };
        return await http.GetFromJsonAsync<JsonElement>(new Uri("/monitor/api" + route, UriKind.Relative), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
