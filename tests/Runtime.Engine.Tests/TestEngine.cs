using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine;

/// <summary>An engine on a file of its own, which it removes in the end unless it is handed on to a next one.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DurableEngine _engine;
    private readonly string _folder;
    private readonly Action<DurableTaskRegistry> _register;
    private bool _keep;

    private TestEngine(string folder, Action<DurableTaskRegistry> register, TimeProvider time, Action<DurableEngineOptions>? configure, ILoggerFactory? logs = null, Action<IServiceCollection>? serve = null)
    {
        _folder = folder;
        _register = register;
        DurableEngineOptions options = new() { DataFile = Path.Combine(folder, "test.db"), FullSync = false, ReplayEveryTurn = Environment.GetEnvironmentVariable("Workflows__ReplayEveryTurn") == "true" };
        configure?.Invoke(options);
        _engine = new DurableEngine(options, time);
        DurableTaskRegistry registry = new();
        register(registry);
        ServiceCollection services = new();
        if (logs is not null)
        {
            services.AddSingleton(logs);
        }

        serve?.Invoke(services);
        _engine.Start(registry, services.BuildServiceProvider(validateScopes: true));
    }

    public DurableEngine Engine => _engine;

    public string DataFile => Path.Combine(_folder, "test.db");

    public DurableTaskClient Client => _engine.Client;

    public static TestEngine Start(
        Action<DurableTaskRegistry> register,
        TimeProvider? time = null,
        Action<DurableEngineOptions>? configure = null,
        ILoggerFactory? logs = null,
        Action<IServiceCollection>? services = null) =>
        new(Directory.CreateTempSubdirectory("workflows-engine-").FullName, register, time ?? TimeProvider.System, configure, logs, services);

    /// <summary>Stops this engine and opens its file with another one, as after a restart.</summary>
    public async Task<TestEngine> RestartAsync(TimeProvider? time = null, Action<DurableTaskRegistry>? register = null, Action<DurableEngineOptions>? configure = null)
    {
        _keep = true;
        await DisposeAsync();
        return new TestEngine(_folder, register ?? _register, time ?? TimeProvider.System, configure);
    }

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string? id = null)
    {
        string instance = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id), TestContext.Current.CancellationToken);
        return await EndOfAsync(instance);
    }

    public async Task<OrchestrationMetadata> EndOfAsync(string instance)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, patience.Token);
        }
        catch (OperationCanceledException)
        {
            OrchestrationMetadata? now = await Client.GetInstanceAsync(instance, true, CancellationToken.None);
            throw new TimeoutException(
                $"'{instance}' did not end: {now?.RuntimeStatus}, waits for [{string.Join(", ", _engine.Core.WaitsFor(instance))}], status {now?.SerializedCustomStatus}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        if (!_keep)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
