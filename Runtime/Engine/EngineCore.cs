using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Durable.Worker;
using Workflows.Runtime.Engine.Activities;
using Workflows.Runtime.Engine.Actors;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Entities;
using Workflows.Runtime.Engine.Failures;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;
using Workflows.Runtime.Engine.Time;
using Workflows.Runtime.Engine.Timers;

namespace Workflows.Runtime.Engine;

/// <summary>What ties the parts together: delivers messages, runs turns, and carries out what a durable turn decided.</summary>
internal sealed class EngineCore : IAsyncDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly DurableEngineOptions _options;
    private readonly TimeProvider _time;
    private readonly EngineClock _clock;
    private readonly TimerQueue _timers;
    private readonly ArmedTimers _armed;
    private readonly TurnWorkers _workers;
    private readonly ActorTable _actors;
    private Retention? _retention;

    public EngineCore(DurableEngineOptions options, SqliteJournal journal, TimeProvider time, IServiceProvider services, TaskCatalogue tasks, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        _clock = new EngineClock(time);
        Journal = journal;
        Services = services;
        Ids = new IdSource(journal);
        Log = new EngineLog(loggers.CreateLogger("Workflows.Runtime.Engine"));
        Trouble = new TurnTrouble(Log, options.DataFile);
        string? defaultVersion = string.IsNullOrWhiteSpace(options.DefaultVersion) ? null : options.DefaultVersion;
        FailureDescriber failures = new(services.GetService<IExceptionPropertiesProvider>());
        Orchestrations = new OrchestrationServices(tasks, options.DataConverter, loggers, services, defaultVersion, failures);
        Activities = new ActivityDispatcher(this, new ActivityLimits(options.MaxConcurrentActivities, options.ResourceClasses.AsReadOnly()));
        _timers = new TimerQueue(time, _clock, Work);
        _armed = new ArmedTimers(_timers);
        _workers = new TurnWorkers(RunTurnAsync);
        _actors = new ActorTable(options.MaxResidentInstances, options.MaxMemory, CreateActor, Schedule);
    }

    public SqliteJournal Journal { get; }

    public IServiceProvider Services { get; }

    public IdSource Ids { get; }

    public EngineLog Log { get; }

    public TurnTrouble Trouble { get; }

    public OrchestrationServices Orchestrations { get; }

    public ActivityDispatcher Activities { get; }

    public RunningActivities RunningActivities { get; } = new();

    public DataConverter Converter => Orchestrations.Converter;

    public InstanceWatch Watch { get; } = new();

    public WorkMeter Work { get; } = new();

    /// <summary>Most activities at once.</summary>
    public int ActivityLimit => _options.MaxConcurrentActivities;

    /// <summary>How many activities and entities are in hand and wait only for others to end.</summary>
    public int Queued => Activities.Waiting + _workers.WaitingEntities;

    /// <summary>What purges old instances, when they are not kept for ever.</summary>
    public Retention? Retention => _retention;

    /// <summary>Whether orchestrators are replayed at every turn.</summary>
    public bool ReplaysEveryTurn => _options.ReplayEveryTurn;

    public int Resident => _actors.Count;

    /// <summary>How many durable timers are armed in memory.</summary>
    public int Armed => _armed.Count;

    /// <summary>When something is due next that only the clock brings, or null.</summary>
    public DateTimeOffset? NextDue => _timers.NextDue;

    /// <summary>The engine's time: the clock, but never before what it has said already.</summary>
    public DateTimeOffset Now() => _clock.Now();

    /// <summary>Takes up what the data file says is under way and begins to run turns.</summary>
    public void Start()
    {
        if (!_options.RunsWork)
        {
            return;
        }

        Work.Enter();
        List<InboxMessage> messages = Journal.Read(InboxTable.ReadAll);
        List<PendingTask> tasks = Journal.Read(PendingTables.ReadTasks);
        List<PendingTimer> timers = Journal.Read(PendingTables.ReadTimers);
        _workers.Start(_options.MaxConcurrentOrchestrations, _options.MaxConcurrentEntities);
        Log.Started(_options.DataFile, messages.Count, tasks.Count, timers.Count);
        messages.ForEach(Deliver);
        timers.ForEach(t => ArmTimer(t.Instance, t.Execution, t.TaskId, t.FireAt));
        tasks.ForEach(t => Activities.Enqueue(new ActivityWork(t.Instance, t.Execution, t.TaskId, t.Sequence, t.ResourceClass, null)));
        if (_options.KeepFinishedFor is { } age)
        {
            _retention = new Retention(Journal, _time, Now, Log, age);
        }

        Work.Leave();
    }

    /// <summary>Cancels activities, has results that came in recorded, lets running turns end, and leaves everything else to the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        _timers.Dispose();
        if (_retention is not null)
        {
            await _retention.DisposeAsync();
        }

        await Activities.StopAsync(_options.StopPatience);
        await _workers.StopAsync(_options.StopPatience);
        Watch.Close(new OperationCanceledException("The engine has stopped."));
    }

    /// <summary>Writes something and delivers what comes of it, also when the caller does not wait for it any more.</summary>
    /// <param name="apply">Writes into the transaction; it may be called more than once.</param>
    /// <param name="messages">What to deliver once it is durable.</param>
    /// <param name="cancellation">Ends the caller's waiting.</param>
    public Task SendAsync(Action<JournalSession> apply, Func<IEnumerable<InboxMessage>> messages, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return SendAsync(apply, messages).WaitAsync(cancellation);
    }

    /// <summary>Hands a message to its instance or entity, now or when it becomes visible.</summary>
    public void Deliver(InboxMessage message)
    {
        if (!_options.RunsWork)
        {
            return;
        }

        Journal.ReachDelivery();
        if (message.VisibleAt is { } due && due > Now())
        {
            _timers.Add(due, () => _actors.Post(message));
            return;
        }

        _actors.Post(message);
    }

    /// <summary>Has an instance look at itself: something that is not durable woke its orchestrator.</summary>
    public void Poke(string instance, long execution) =>
        _actors.Post(new InboxMessage(0, instance, execution, new HistoryEvent { Kind = HistoryEventKind.WokenFromOutside }));

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
            Activities.Cancel(execution.Execution, execution.LastSequence);
            foreach (int task in turn.OpenTimers)
            {
                _armed.Cancel(execution.Execution, task);
            }

            Log.Ended(execution.InstanceId, turn.Status.ToString());
        }

        Watch.Changed(execution.InstanceId);
    }

    /// <summary>Tries an activity again whose input could not be read.</summary>
    public void EnqueueLater(ActivityWork work) => _timers.Add(Now() + RetryDelay, () => Activities.Enqueue(work));

    public IReadOnlyList<string> WaitsFor(string instance) => _actors.Find(instance) is OrchestrationActor orchestration ? orchestration.WaitsFor : [];

    /// <summary>What an instance in memory waits for; null while it computes, or when it is not in memory.</summary>
    public IReadOnlyList<OpenWait>? Waits(string instance) => (_actors.Find(instance) as OrchestrationActor)?.Waits;

    private void CarryOut(OrchestrationExecution execution, HistoryEvent decision, long sequence, bool ended)
    {
        switch (decision.Kind)
        {
            case HistoryEventKind.ActivityScheduled when !ended:
                Activities.Enqueue(new ActivityWork(execution.InstanceId, execution.Execution, decision.TaskId, sequence, ResourceTag.ClassOf(decision.Details), decision));
                break;
            case HistoryEventKind.TimerCreated when !ended:
                ArmTimer(execution.InstanceId, execution.Execution, decision.TaskId, decision.Time!.Value);
                break;
            case HistoryEventKind.TimerCanceled:
                _armed.Cancel(execution.Execution, decision.TaskId);
                break;
        }
    }

    private void ArmTimer(string instance, long execution, int task, DateTimeOffset due) => _armed.Arm(execution, task, due, () => _actors.Post(
        new InboxMessage(0, instance, execution, new HistoryEvent { Kind = HistoryEventKind.TimerFired, TaskId = task })));

    private async Task SendAsync(Action<JournalSession> apply, Func<IEnumerable<InboxMessage>> messages)
    {
        Work.Enter();
        try
        {
            await Journal.CommitAsync(apply);
            Watch.Touch();
            foreach (InboxMessage message in messages())
            {
                Deliver(message);
            }
        }
        finally
        {
            Work.Leave();
        }
    }

    private Actor CreateActor(InboxMessage message, long use) =>
        message.IsForEntity ? new EntityActor(message.Target, use, this) : new OrchestrationActor(message.Target, use, this);

    private void Schedule(Actor actor)
    {
        Work.Enter();
        if (!_workers.Schedule(actor))
        {
            Work.Leave();
        }
    }

    private async Task RunTurnAsync(Actor actor)
    {
        TurnEnd end;
        do
        {
            try
            {
                end = await actor.RunTurnAsync();
            }
            catch (Exception e)
            {
                Log.TurnBroke(actor.Id, e);
                end = TurnEnd.Failed;
            }

            if (end == TurnEnd.Again && _workers.Schedule(actor))
            {
                return;
            }
        }
        while (end == TurnEnd.Again && actor.HasUnstoredMail);

        if (end == TurnEnd.Failed)
        {
            _timers.Add(Now() + RetryDelay, () => Schedule(actor));
        }
        else if (end == TurnEnd.Retired)
        {
            _actors.Remove(actor);
        }

        Work.Leave();
    }
}
