using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker.Middleware;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Host.Configuration;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Lifetime;
using Workflows.Runtime.Host.Management;
using Workflows.Runtime.Host.Monitor;
using Workflows.Runtime.Host.Queues;
using Workflows.Runtime.Host.Tasks;
using Workflows.Runtime.Host.Telemetry;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host;

/// <summary>An application: finds its functions, opens the data file, runs the engine, serves HTTP and begins timers and queues, in this order; stops in the reverse one, after what runs had its time to end.</summary>
internal sealed class EmbeddedHost(
    WebApplication web,
    EmbeddedHostOptions options,
    HostJson settings,
    FunctionKeys keys,
    ManagementAddresses addresses,
    IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
    bool servesFunctionsByHttp) : IHost, IAsyncDisposable
{
    private readonly ILogger _logger = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Workflows.Runtime.Host");
    private readonly CancellationTokenSource _begunStopping = new();
    private readonly CancellationTokenSource _stopping = new();
    private volatile HostPhase _phase;
    private DurableEngine? _engine;
    private FunctionHosting? _hosting;
    private HostTriggers? _triggers;
    private MetricsPage? _metrics;
    private MonitorSite? _monitor;

    public IServiceProvider Services => web.Services;

    /// <exception cref="HostStartException">A setting, a function or an address cannot be used.</exception>
    /// <exception cref="Engine.Journal.JournalException">The data file cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        HostOptionsReader.Validate(options);
        IConfiguration configuration = Services.GetRequiredService<IConfiguration>();
        ILookup<bool, HostFunction> found = FunctionFinder.Find(FunctionAssemblies.Of(options), settings).ToLookup(function => FunctionSwitches.IsOff(function, configuration));
        IReadOnlyList<HostFunction> functions = [.. found[false]];
        CheckHttp(functions);
        HostTriggers triggers = new(functions, configuration, Services.GetRequiredService<QueueRoutes>());
        HostTriggers idle = new([.. found[true]], configuration, Services.GetRequiredService<QueueRoutes>(), passesOver: true);
        if (options.ServeHttp)
        {
            PortProbe.Check(HostOptionsReader.Addresses(options));
        }

        // Before anything runs: work that is taken up must not meet settings that are refused a moment later.
        Services.GetService<IStartupValidator>()?.Validate();
        _engine = Services.GetRequiredService<DurableEngine>();
        FunctionRunner runner = new(middleware, Services.GetRequiredService<QueueSender>(), new FunctionLimit(settings.FunctionTimeout, _engine.Time));
        FunctionHosting hosting = new(runner, new InvocationIds(_engine.Time), _engine.Time, _stopping.Token);
        _hosting = hosting;
        if (options.ServeHttp)
        {
            Map(hosting, functions, [triggers, idle]);
        }

        // Services that note the start of the process must be made before the first activity is.
        _ = Services.GetServices<IHostedService>().Count();
        _engine.Start(hosting.Registry(functions), Services);
        await ListenAsync(cancellationToken);
        if (options.RunsWork)
        {
            await triggers.StartAsync(
                new TriggerRuns(hosting, Services), settings.Queues, Services.GetRequiredService<HostTables>(), _engine.Time, _logger, _begunStopping.Token);
            _triggers = triggers;
        }

        _monitor?.Start();
        foreach (HostFunction off in found[true])
        {
            HostLog.FunctionDisabled(_logger, off.Name);
        }

        Report(functions);
        _phase = HostPhase.Ready;
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        _phase = HostPhase.Stopping;

        // Before anything is waited for: no activity begins once this method has returned its task.
        Task idle = _hosting?.Activities.CloseAsync() ?? Task.CompletedTask;
        await _begunStopping.CancelAsync();
        await DrainAsync(idle, cancellationToken);
        await _stopping.CancelAsync();
        await web.StopAsync(cancellationToken);
        if (_engine is null)
        {
            return;
        }

        TimeSpan timeout = Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        try
        {
            await (_triggers?.EndAsync() ?? Task.CompletedTask).WaitAsync(timeout, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            HostLog.StoppedBeforeTriggersEnded(_logger, timeout);
        }

        try
        {
            await _engine.DisposeAsync().AsTask().WaitAsync(timeout, cancellationToken);
            HostLog.Stopped(_logger);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            HostLog.StoppedBeforeActivitiesEnded(_logger, timeout);
        }
    }

    public void Dispose()
    {
        DisposeParts();
        ((IDisposable)web).Dispose();
    }

    public ValueTask DisposeAsync()
    {
        DisposeParts();
        return web.DisposeAsync();
    }

    private void DisposeParts()
    {
        _metrics?.Dispose();
        _begunStopping.Dispose();
        _stopping.Dispose();
    }

    private async Task DrainAsync(Task idle, CancellationToken cancellationToken)
    {
        if (idle.IsCompleted || options.DrainTimeout == TimeSpan.Zero)
        {
            return;
        }

        ActivityGate activities = _hosting!.Activities;
        HostLog.Draining(_logger, activities.Running, options.DrainTimeout);
        try
        {
            await idle.WaitAsync(options.DrainTimeout, TimeProvider.System, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            HostLog.DrainTimedOut(_logger, activities.Running, options.DrainTimeout);
        }
    }

    private void CheckHttp(IReadOnlyList<HostFunction> functions)
    {
        if (options.ServeHttp && !servesFunctionsByHttp && functions.FirstOrDefault(f => f.UsesAspNetCore) is { } function)
        {
            throw new HostStartException($"{function.EntryPoint} is an HTTP function in the way of ASP.NET Core, but ConfigureFunctionsWebApplication() was not called on the builder.");
        }
    }

    private void Map(FunctionHosting hosting, IReadOnlyList<HostFunction> functions, IReadOnlyList<HostTriggers> triggers)
    {
        if (!keys.AreSet)
        {
            web.Use(LoopbackGuard.InvokeAsync);
        }

        // Named here, so that routing comes after the guard.
        web.UseRouting();
        new HealthPage(() => _phase, () => !_engine!.Core.Trouble.IsLasting).Map(web);
        _metrics = new MetricsPage();
        web.MapGet(MetricsPage.Route, (RequestDelegate)(http => _metrics.ServeAsync(http, keys)));
        HashSet<string> orchestrators = functions.Where(f => f.Kind == FunctionKind.Orchestration).Select(f => f.TaskName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        new ManagementApi(Services.GetRequiredService<DurableTaskClient>(), _engine!, addresses, keys, orchestrators, _logger).Map(web);
        if (options.Monitor.Enabled)
        {
            _monitor = new MonitorSite(_engine!, options, keys, Services, orchestrators, settings, triggers, _logger, hosting.Stopping);
            _monitor.Map(web);
        }

        new HttpFunctions(hosting, keys, new HttpThrottle(settings.Http), _logger).Map(web, functions);
        web.Urls.Clear();
        foreach (BindingAddress address in HostOptionsReader.Addresses(options))
        {
            web.Urls.Add(address.ToString());
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            await _engine!.DisposeAsync();
            throw PortProbe.Failed(options.Urls, e);
        }
        catch
        {
            await _engine!.DisposeAsync();
            throw;
        }
    }

    private void Report(IReadOnlyList<HostFunction> functions)
    {
        ICollection<string> bound = options.ServeHttp
            ? Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []
            : [];
        addresses.BaseAddress = bound.FirstOrDefault()?.TrimEnd('/');
        HostLog.Started(_logger, functions.Count, Path.GetFullPath(options.DataFile), bound.Count == 0 ? "nothing" : string.Join(", ", bound));
    }
}
