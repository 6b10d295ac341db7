using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Forking;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;
using Workflows.Runtime.Engine.Time;

namespace Workflows.Runtime.Engine;

/// <summary>
/// The durable engine: opens its data file on construction (so that <see cref="Time"/> is known), runs from <see cref="Start"/> to
/// <see cref="DisposeAsync"/>. Started instances survive the process: open the same file again and they go on.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly SqliteJournal _journal;
    private readonly DurableEngineOptions _options;
    private EngineCore? _core;
    private bool _disposed;

    /// <summary>Opens the data file.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="time">The real clock, or one that a test controls.</param>
    /// <exception cref="JournalException">The data file cannot be used; the message says why and what to do.</exception>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public DurableEngine(DurableEngineOptions options, TimeProvider time)
        : this(options, time, faults: null)
    {
    }

    /// <summary>Opens the data file with a seam where faults are injected.</summary>
    internal DurableEngine(DurableEngineOptions options, TimeProvider time, IFaultPoint? faults)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        _options = options;
        _journal = SqliteJournal.Open(options.DataFile, options.FullSync, faults, looksOnly: !options.RunsWork && File.Exists(options.DataFile));
        try
        {
            Time = options.RunsWork ? JournalClock.Open(_journal, time, options.TimeScale) : time;
        }
        catch
        {
            _journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>The clock of everything that runs with this engine.</summary>
    public TimeProvider Time { get; }

    /// <summary>The client of this engine; usable after <see cref="Start"/>.</summary>
    public DurableTaskClient Client => new EngineClient("Default", Core);

    internal SqliteJournal Journal => _journal;

    internal EngineCore Core => _core ?? throw new InvalidOperationException("The engine has not been started.");

    /// <summary>Registers what can be run, takes up what the file says is under way, and begins.</summary>
    /// <param name="registry">Orchestrators, activities and entities.</param>
    /// <param name="services">From where they get their services; each activity and entity turn has a scope of its own.</param>
    public void Start(DurableTaskRegistry registry, IServiceProvider services)
    {
        Prepare(registry, services);
        Core.Start();
    }

    /// <summary>Does all of <see cref="Start"/> but begin.</summary>
    internal void Prepare(DurableTaskRegistry registry, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(services);
        if (_core is not null)
        {
            throw new InvalidOperationException("The engine has been started already.");
        }

        ILoggerFactory loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        _core = new EngineCore(_options, _journal, Time, services, new TaskCatalogue(registry), loggers);
    }

    /// <summary>Reads the recorded history of an instance, of all its executions, as far as it is durable now.</summary>
    /// <param name="instanceId">Id of the instance.</param>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    public InstanceHistory ExportHistory(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return _journal.Read(session => HistoryTable.Export(session, instanceId)) is { } document
            ? new InstanceHistory(document)
            : throw new ArgumentException($"There is no orchestration with the instance id '{instanceId}'.", nameof(instanceId));
    }

    /// <summary>
    /// Replays a recorded history against the orchestrators that this engine was started with; nothing is run but orchestrator code, nothing is written. What
    /// would break an instance that is under way shows here: keep histories of real runs with your tests and replay them in each build.
    /// </summary>
    /// <returns>What the code did otherwise than recorded, naming event and call, or null when it follows its history.</returns>
    public string? FindDivergence(InstanceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        foreach (ExecutionHistory execution in history.Document.Executions)
        {
            OrchestrationExecution replayed = new(history.InstanceId, execution.Execution, Core.Orchestrations, () => { });
            if (replayed.Replay(execution.Events) is { } divergence)
            {
                return divergence.Message;
            }

            if (replayed.IsWokenFromOutside)
            {
                return replayed.NotDurableFailure.ErrorMessage;
            }
        }

        return null;
    }

    /// <summary>
    /// Makes a new instance that has another one's past up to an event, and goes on from there: completed steps are kept, open ones are done anew, timers wait for what was left of them.
    /// The step at that event may be given another input or result. The source is left as it is.
    /// </summary>
    /// <param name="request">What to fork, where, and what to change.</param>
    /// <returns>Id of the new instance, once it is durable.</returns>
    /// <exception cref="ArgumentException">There is no such instance, or the new id cannot be used.</exception>
    /// <exception cref="ForkRefusedException">It cannot be forked there: the event is none to fork after, lies in a critical section, or the code does not follow the past any more.</exception>
    /// <exception cref="OrchestrationAlreadyExistsException">There is an instance of the new id.</exception>
    public Task<string> ForkAsync(ForkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new InstanceForker(Core).RunAsync(request);
    }

    /// <summary>Stops: running turns end, running activities are cancelled and run again at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_core is not null)
        {
            await _core.DisposeAsync();
        }

        await _journal.DisposeAsync();
    }
}
