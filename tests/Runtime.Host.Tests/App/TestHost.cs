using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker.Builder;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.App;

/// <summary>The functions of this assembly on a free port of this machine, with a folder of their own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IHost _host;
    private readonly bool _ownsFolder;
    private bool _keep;

    private TestHost(IHost host, string folder, bool ownsFolder, LogLines logs)
    {
        _host = host;
        Folder = folder;
        _ownsFolder = ownsFolder;
        Logs = logs;
        string? address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Http = new HttpClient { BaseAddress = address is null ? null : new Uri(address) };
    }

    public string Folder { get; }

    public LogLines Logs { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _host.Services;

    public DurableTaskClient Client => Services.GetRequiredService<DurableTaskClient>();

    public Journey Journey => Services.GetRequiredService<Journey>();

    public Desk Desk => Services.GetRequiredService<Desk>();

    public IHostQueues Queues => Services.GetRequiredService<IHostQueues>();

    public static async Task<TestHost> StartAsync(
        Action<EmbeddedHostOptions>? options = null, Action<FunctionsApplicationBuilder>? build = null, string? folder = null, params string[] args)
    {
        string used = folder ?? NewFolder();
        LogLines logs = new();
        IHost host = Build(used, options, build, logs, args);
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            return new TestHost(host, used, folder is null, logs);
        }
        catch
        {
            host.Dispose();
            if (folder is null)
            {
                Directory.Delete(used, recursive: true);
            }

            throw;
        }
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("workflows-host-").FullName;

    public static IHost Build(string folder, Action<EmbeddedHostOptions>? options, Action<FunctionsApplicationBuilder>? build, LogLines logs, params string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--contentRoot", folder, .. args]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton<Journey>().AddSingleton<Desk>().AddScoped<Greeter>();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Timers:Daily"] = "0 0 3 * * *", ["Queues:Prefix"] = "test-" });
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.ConfigureEmbeddedHost(o =>
        {
            o.DataFolder = Path.Combine(folder, "data");
            o.Urls = "http://127.0.0.1:0";
            o.FullSync = false;
            o.DrainTimeout = TimeSpan.Zero;
            o.Monitor.SettlesWithin = Patience;
            o.Assemblies.Add(typeof(TestHost).Assembly);
            options?.Invoke(o);
        });
        build?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>Stops this host and starts another one on its folder.</summary>
    public async Task<TestHost> RestartAsync()
    {
        _keep = true;
        await DisposeAsync();
        string folder = Folder;
        TestHost next = await StartAsync(folder: folder);
        return new TestHost(next._host, folder, _ownsFolder, next.Logs);
    }

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null)
    {
        string id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, TestContext.Current.CancellationToken);
        return await EndOfAsync(id);
    }

    public async Task<OrchestrationMetadata> EndOfAsync(string id)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
    }

    public async Task<JsonElement> JsonAsync(string path) =>
        JsonSerializer.Deserialize<JsonElement>(await Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    public async Task<(System.Net.HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        if (_ownsFolder && !_keep)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
