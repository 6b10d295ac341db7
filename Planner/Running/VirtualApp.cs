using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Models;
using Workflows.Durable.Client;
using Workflows.Functions;
using Workflows.FunctionsWorker.Builder;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Testing;
using Workflows.Runtime.Host;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Models;

namespace Workflows.Planner.Running;

/// <summary>
/// The application itself (its orchestrations, entity and activities on the engine) in virtual time, with the simulator for its models: minutes pass in
/// milliseconds. Nothing leaves the process, and nothing is left when it is disposed of.
/// </summary>
public sealed class VirtualApp : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IHost _host;
    private readonly SimulatorHandler _simulator;
    private readonly RequestLog _log;
    private readonly List<ITimer> _timers = [];
    private ClockDriver? _driver;

    private VirtualApp(VirtualAppOptions options)
    {
        WaitClock waits = new(Time);
        _log = new RequestLog(Time);
        _simulator = new SimulatorHandler(options.Simulator, waits);
        Waits = waits;
        _folder = Directory.CreateTempSubdirectory("workflows-plan-").FullName;
        _host = WorkflowsApp.Build([], builder => Configure(builder, options));
    }

    /// <summary>The clock. It stands still but for <see cref="RunAsync"/>.</summary>
    public VirtualTime Time { get; } = new();

    /// <summary>The client of the engine.</summary>
    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>The catalogue of models.</summary>
    public ModelCatalogue Catalogue => _host.Services.GetRequiredService<ModelCatalogue>();

    /// <summary>The simulated models.</summary>
    public IReadOnlyDictionary<string, SimulatorModel> Models => _simulator.Models;

    /// <summary>Every request that has ended.</summary>
    public IReadOnlyList<SentRequest> Requests => _log.Requests;

    /// <summary>Seconds since the start.</summary>
    public double Now => _log.Now;

    private WaitClock Waits { get; }

    /// <summary>Starts the application.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting cannot be used.</exception>
    public static async Task<VirtualApp> StartAsync(VirtualAppOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        VirtualApp app = new(options);
        try
        {
            await app._host.StartAsync(cancellation);
            app._driver = new ClockDriver(app._host.Services.GetRequiredService<DurableEngine>().Core, app.Time, app.Waits);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has something done at a time; it must not wait.</summary>
    /// <param name="seconds">Seconds from now.</param>
    /// <param name="act">What is done.</param>
    public void At(double seconds, Action act) =>
        _timers.Add(Time.CreateTimer(_ => act(), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan));

    /// <summary>Lets time pass until an instance has ended.</summary>
    /// <exception cref="TimeoutException">It does not end: nothing is due any more, or something waits for what is not there.</exception>
    public async Task<OrchestrationMetadata> RunAsync(string instanceId, CancellationToken cancellation = default)
    {
        Task<OrchestrationMetadata> end = Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, cancellation);
        await _driver!.RunUntilAsync(end, cancellation);
        return await end;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _timers.ForEach(timer => timer.Dispose());
        _driver?.Dispose();
        await _host.StopAsync();
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        _simulator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Configure(FunctionsApplicationBuilder builder, VirtualAppOptions options)
    {
        builder.Logging.ClearProviders();
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
        [
            // Turns one after another come in the same order in every run.
            KeyValuePair.Create("AzureFunctionsJobHost:extensions:durableTask:maxConcurrentOrchestratorFunctions", (string?)"1"),
            KeyValuePair.Create("AzureFunctionsJobHost:extensions:durableTask:maxConcurrentEntityFunctions", (string?)"1"),
            KeyValuePair.Create("AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions", (string?)"10000"),
            .. options.Settings,
        ]);
        ServiceDescriptor client = builder.Services.Last(service => service.ServiceType == typeof(IModelClient));
        builder.Services.AddSingleton<IModelClient>(services =>
            new LoggedModelClient((IModelClient)ActivatorUtilities.CreateInstance(services, client.ImplementationType!)));
        builder.Services.AddSingleton(_simulator);
        builder.Services.AddSingleton<IModelTransport>(services => new HandlerModelTransport(
            new LoggedRequests(_simulator, _log, services.GetRequiredService<ModelCatalogue>), SimulatorHandler.Endpoint));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.ConfigureEmbeddedHost(host =>
        {
            host.DataFolder = _folder;
            host.ServeHttp = false;
            host.FullSync = false;
            host.Clock = Time;
            host.Assemblies.Add(typeof(ModelCallExtensions).Assembly);
            host.Assemblies.Add(typeof(SendModelRequest).Assembly);
        });
    }
}
