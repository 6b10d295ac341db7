using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Workflows.Simulator.Http;
using Workflows.Simulator.Models;

namespace Workflows.Simulator;

/// <summary>An OpenAI-compatible model server that runs offline, listening on a socket. Everything it answers is labelled <c>simulated</c>.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SimulatorEngine _engine;
    private int _disposed;

    private SimulatorServer(WebApplication app, SimulatorEngine engine, Uri endpoint)
    {
        _app = app;
        _engine = engine;
        Endpoint = endpoint;
    }

    /// <summary>The base address for OpenAI clients, ending in <c>/v1</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The served models by name, with profile and counters.</summary>
    public IReadOnlyDictionary<string, SimulatorModel> Models => _engine.Models;

    /// <summary>Starts a server; it listens when the task ends.</summary>
    /// <param name="options">What is served and where.</param>
    /// <param name="time">The clock of all latencies and limits. It must run without a break: its timestamps are used, not only its reading.</param>
    /// <param name="cancellationToken">Ends the start, not the server.</param>
    /// <exception cref="ArgumentException">The address is not loopback and <see cref="SimulatorOptions.AllowRemote"/> is not set, or a profile is not valid.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (!IPAddress.IsLoopback(options.Address) && !options.AllowRemote)
        {
            throw new ArgumentException($"The simulator listens on loopback addresses only, not on {options.Address}, unless remote clients are allowed explicitly.", nameof(options));
        }

        var engine = new SimulatorEngine(options, time);
        var app = Build(options, engine);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            engine.Dispose();
            throw;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new SimulatorServer(app, engine, new Uri(new Uri(addresses.First()), "/v1"));
    }

    /// <summary>Takes no new connections and lets running calls end, at most until the token ends; then cancels what still runs.</summary>
    /// <param name="cancellationToken">Ends the patience.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _app.StopAsync(cancellationToken);
        _engine.Stop();
    }

    /// <summary>Cancels what runs and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _engine.Stop();
            await _app.StopAsync();
            await _app.DisposeAsync();
            _engine.Dispose();
        }
    }

    private static WebApplication Build(SimulatorOptions options, SimulatorEngine engine)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, DetachedLifetime>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The endpoint answers 413 in OpenAI's shape itself; Kestrel's own limit would cut the connection.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(options.Address, options.Port);
        });
        var app = builder.Build();
        app.Run(new HttpAdapter(engine).HandleAsync);
        return app;
    }
}
