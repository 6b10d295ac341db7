using Workflows.Durable;

namespace Workflows.Runtime.Engine.Testing;

/// <summary>One run of a test host, from a start to a stop: an engine, what moves its clock, and its services.</summary>
internal sealed class TestRun : IAsyncDisposable
{
    private readonly DurableTestHostOptions _options;

    private TestRun(DurableTestHostOptions options, DurableEngine engine)
    {
        _options = options;
        Engine = engine;
        Services = TestServices.Build(options, () => engine.Client);
    }

    public DurableEngine Engine { get; }

    public IServiceProvider Services { get; }

    /// <summary>What moves the clock; null when it is not a virtual one.</summary>
    public ClockMover? Mover { get; private set; }

    public static async Task<TestRun> StartAsync(DurableTestHostOptions options, string dataFile, DurableTaskRegistry registry)
    {
        DurableEngineOptions settings = new()
        {
            FullSync = false, StopPatience = TimeSpan.FromMilliseconds(250), DataConverter = options.DataConverter, DefaultVersion = options.DefaultVersion,
            ReplayEveryTurn = Environment.GetEnvironmentVariable(DurableTestHostOptions.ReplayVariable) == "true",
        };
        options.ConfigureEngine?.Invoke(settings);
        settings.DataFile = dataFile;
        VirtualTime? time = options.Time as VirtualTime;
        if (time is not null && settings.TimeScale != 1)
        {
            throw new ArgumentException($"Virtual time cannot be scaled: leave {nameof(settings.TimeScale)} at 1, or give the host a real clock.");
        }

        DurableEngine engine = new(settings, time is null ? options.Time : new EngineTime(time));
        TestRun run = new(options, engine);
        try
        {
            engine.Prepare(registry, run.Services);
            run.Mover = time is null ? null : new ClockMover(engine.Core, time, options);
            engine.Core.Start();
            run.Mover?.Start();
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Mover is not null)
            {
                await Mover.DisposeAsync();
            }
        }
        finally
        {
            await Engine.DisposeAsync();
            if (_options.ServiceProvider is null && Services is IAsyncDisposable services)
            {
                await services.DisposeAsync();
            }
        }
    }
}
