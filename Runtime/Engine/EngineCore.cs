using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Runtime.Engine.Activities;
using Workflows.Runtime.Engine.Actors;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Entities;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;
using Workflows.Runtime.Engine.Timers;

namespace Workflows.Runtime.Engine;

/// <summary>What ties the parts together: delivers messages, runs turns, and carries out what a durable turn decided.</summary>
internal sealed class EngineCore : IAsyncDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly DurableEngineOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(long Execution, int TaskId), TimerEntry> _timersByTask = [];
    private readonly Channel<Actor> _orchestrations = Channel.CreateUnbounded<Actor>();
    private readonly Channel<Actor> _entities = Channel.CreateUnbounded<Actor>();
    private readonly TimerQueue _timers;
    private readonly Lock _clockGate = new();
    private DateTimeOffset _lastNow;
    private long _uses;
    private int _sweeping;
    private volatile bool _stopping;
    private Task[] _workers = [];

    public EngineCore(DurableEngineOptions options, SqliteJournal journal, TimeProvider time, IServiceProvider services, TaskCatalogue tasks, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        Journal = journal;
        Services = services;
        Ids = new IdSource(journal);
        Log = new EngineLog(loggers.CreateLogger("Workflows.Runtime.Engine"));
        Orchestrations = new OrchestrationServices(tasks, options.DataConverter, loggers, services, options.DefaultVersion);
        Activities = new ActivityDispatcher(this, options.MaxConcurrentActivities);
        _timers = new TimerQueue(time);
    }

    public SqliteJournal Journal { get; }

    public IServiceProvider Services { get; }

    public IdSource Ids { get; }

    public EngineLog Log { get; }

    public OrchestrationServices Orchestrations { get; }

    public ActivityDispatcher Activities { get; }

    public DataConverter Converter => Orchestrations.Converter;

    public InstanceWatch Watch { get; } = new();

    public int Resident => _actors.Count;

    /// <summary>The engine's time: the clock, but never before what it has said already.</summary>
    public DateTimeOffset Now()
    {
        lock (_clockGate)
        {
            DateTimeOffset now = _time.GetUtcNow();
            return _lastNow = now > _lastNow ? now : _lastNow;
        }
    }

    /// <summary>Takes up what the data file says is under way and begins to run turns.</summary>
    public void Start()
    {
        if (!_options.RunsWork)
        {
            return;
        }

        _workers =
        [
            .. Enumerable.Range(0, _options.MaxConcurrentOrchestrations).Select(_ => Task.Run(() => RunOrchestrationsAsync(_orchestrations.Reader))),
            .. Enumerable.Range(0, _options.MaxConcurrentEntities).Select(_ => Task.Run(() => RunEntitiesAsync(_entities.Reader))),
        ];
        List<InboxMessage> messages = Journal.Read(InboxTable.ReadAll);
        List<PendingTask> tasks = Journal.Read(PendingTables.ReadTasks);
        List<PendingTimer> timers = Journal.Read(PendingTables.ReadTimers);
        Log.Started(_options.DataFile, messages.Count, tasks.Count, timers.Count);
        messages.ForEach(Deliver);
        timers.ForEach(t => ArmTimer(t.Instance, t.Execution, t.TaskId, t.FireAt));
        tasks.ForEach(t => Activities.Enqueue(new ActivityWork(t.Instance, t.Execution, t.TaskId, t.Sequence, null)));
    }

    /// <summary>Lets running turns end, cancels activities, and leaves everything else to the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _timers.Dispose();
        await Activities.StopAsync();
        _orchestrations.Writer.TryComplete();
        _entities.Writer.TryComplete();
        await Task.WhenAll(_workers);
    }

    /// <summary>Hands a message to its instance or entity, now or when it becomes visible.</summary>
    public void Deliver(InboxMessage message)
    {
        if (!_options.RunsWork)
        {
            return;
        }

        if (message.VisibleAt is { } due && due > Now())
        {
            _timers.Add(due, () => Post(message));
            return;
        }

        Post(message);
    }

    /// <summary>Does what a turn decided, now that it is durable.</summary>
    public void CarryOut(OrchestrationExecution execution, Turn turn, TurnCommit commit)
    {
        foreach (InboxMessage message in commit.Outgoing)
        {
            Deliver(message);
        }

        long sequence = commit.FirstSequence + turn.Events.Count - turn.DecisionCount;
        foreach (HistoryEvent decision in turn.Decisions)
        {
            CarryOut(execution, decision, sequence++, ended: turn.End is not null);
        }

        if (turn.End is not null)
        {
            Activities.Cancel(execution.Execution);
            Log.Ended(execution.InstanceId, turn.Status.ToString());
        }

        Watch.Changed(execution.InstanceId);
    }

    /// <summary>Called by an actor at the end of each turn.</summary>
    public void AfterTurn(Actor actor, TurnEnd end)
    {
        if (end == TurnEnd.Again)
        {
            Schedule(actor);
        }
        else if (end == TurnEnd.Retired)
        {
            _actors.TryRemove(KeyValuePair.Create(actor.Id, actor));
        }
    }

    /// <summary>Has an actor whose turn could not be written run again after a while.</summary>
    public void RetryLater(Actor actor) => _timers.Add(Now() + RetryDelay, () => Schedule(actor));

    public IReadOnlyList<string> WaitsFor(string instance) =>
        _actors.TryGetValue(instance, out Actor? actor) && actor is OrchestrationActor orchestration ? orchestration.WaitsFor : [];

    private void CarryOut(OrchestrationExecution execution, HistoryEvent decision, long sequence, bool ended)
    {
        switch (decision.Kind)
        {
            case HistoryEventKind.ActivityScheduled when !ended:
                Activities.Enqueue(new ActivityWork(execution.InstanceId, execution.Execution, decision.TaskId, sequence, decision));
                break;
            case HistoryEventKind.TimerCreated when !ended:
                ArmTimer(execution.InstanceId, execution.Execution, decision.TaskId, decision.Time!.Value);
                break;
            case HistoryEventKind.TimerCanceled:
                if (_timersByTask.TryRemove((execution.Execution, decision.TaskId), out TimerEntry? entry))
                {
                    entry.Cancel();
                }

                break;
        }
    }

    private void ArmTimer(string instance, long execution, int task, DateTimeOffset due)
    {
        TimerEntry entry = _timers.Add(due, () =>
        {
            _timersByTask.TryRemove((execution, task), out _);
            Post(new InboxMessage(0, instance, execution, new HistoryEvent { Kind = HistoryEventKind.TimerFired, TaskId = task }));
        });
        _timersByTask[(execution, task)] = entry;
        if (entry.IsCanceled)
        {
            _timersByTask.TryRemove((execution, task), out _);
        }
    }

    private void Post(InboxMessage message)
    {
        long use = Interlocked.Increment(ref _uses);
        while (true)
        {
            Actor actor = _actors.GetOrAdd(message.Target, CreateActor, message.IsForEntity);
            if (actor.TryPost(message, use, out bool schedule))
            {
                if (schedule)
                {
                    Schedule(actor);
                }

                break;
            }

            _actors.TryRemove(KeyValuePair.Create(actor.Id, actor));
        }

        if (_actors.Count > _options.MaxResidentInstances)
        {
            Sweep();
        }
    }

    private Actor CreateActor(string id, bool entity) => entity ? new EntityActor(id, _uses, this) : new OrchestrationActor(id, _uses, this);

    private void Schedule(Actor actor) => (actor is EntityActor ? _entities : _orchestrations).Writer.TryWrite(actor);

    /// <summary>Makes room: retires a tenth of the actors, those longest unused, as far as they rest.</summary>
    private void Sweep()
    {
        if (Interlocked.Exchange(ref _sweeping, 1) == 1)
        {
            return;
        }

        try
        {
            foreach (Actor actor in _actors.Values.OrderBy(a => a.LastUsed).Take((_options.MaxResidentInstances / 10) + 1))
            {
                if (actor.TryRetire())
                {
                    _actors.TryRemove(KeyValuePair.Create(actor.Id, actor));
                }
            }
        }
        finally
        {
            Volatile.Write(ref _sweeping, 0);
        }
    }

    private async Task RunOrchestrationsAsync(ChannelReader<Actor> actors)
    {
        // A turn computes synchronously up to its commit; the worker does not wait for the disk, so that ready turns share a transaction.
        List<Task> committing = [];
        await foreach (Actor actor in actors.ReadAllAsync())
        {
            if (_stopping)
            {
                continue;
            }

            committing.RemoveAll(task => task.IsCompleted);
            Task turn = RunTurnAsync(actor);
            if (!turn.IsCompleted)
            {
                committing.Add(turn);
            }
        }

        await Task.WhenAll(committing);
    }

    private async Task RunEntitiesAsync(ChannelReader<Actor> actors)
    {
        await foreach (Actor actor in actors.ReadAllAsync())
        {
            if (!_stopping)
            {
                await RunTurnAsync(actor);
            }
        }
    }

    private async Task RunTurnAsync(Actor actor)
    {
        try
        {
            await actor.RunTurnAsync();
        }
        catch (Exception e)
        {
            Log.TurnBroke(actor.Id, e);
        }
    }
}
