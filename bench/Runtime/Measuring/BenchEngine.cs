using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>The engine with its own settings on a data file in a folder.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private readonly DurableEngine _engine;
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();

    private BenchEngine(string folder, bool fullSync, Action<DurableTaskRegistry> register, Action<DurableEngineOptions>? configure, TimeProvider time)
    {
        DurableEngineOptions options = new() { DataFile = FileIn(folder), FullSync = fullSync };
        configure?.Invoke(options);
        _engine = new DurableEngine(options, time);
        DurableTaskRegistry registry = new();
        register(registry);
        _engine.Start(registry, _services);
        Client = _engine.Client;
    }

    /// <summary>The engine's client.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>The data file of an engine in a folder.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "bench.db");

    /// <summary>Opens the file and starts the engine.</summary>
    public static BenchEngine Open(
        string folder, bool fullSync, Action<DurableTaskRegistry> register, Action<DurableEngineOptions>? configure = null, TimeProvider? time = null) =>
        new(folder, fullSync, register, configure, time ?? TimeProvider.System);

    /// <summary>Starts an orchestration and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It did not complete.</exception>
    public async Task RunAsync(string orchestrator, object? input)
    {
        string id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input);
        OrchestrationMetadata end = await Client.WaitForInstanceCompletionAsync(id);
        if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
        {
            throw new InvalidOperationException($"{orchestrator} '{id}' ended as {end.RuntimeStatus}: {end.FailureDetails?.ErrorMessage}");
        }
    }

    /// <summary>Starts so many orchestrations at once and waits for all their ends.</summary>
    public Task RunManyAsync(string orchestrator, int count, Func<int, object?> input) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => RunAsync(orchestrator, input(i))));

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _services.DisposeAsync();
    }
}
