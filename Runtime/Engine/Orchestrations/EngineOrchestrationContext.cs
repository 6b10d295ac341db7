using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>The context that orchestrator code sees: every call becomes a decision with a number, every outcome finds it by that number.</summary>
internal sealed class EngineOrchestrationContext : TaskOrchestrationContext
{
    private const string TimerKind = "timer";

    private readonly OrchestrationExecution _execution;
    private readonly OrchestrationServices _services;
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly ExternalEvents _events;
    private readonly List<CarriedEvent> _lateEvents = [];
    private readonly EngineEntityFeature _entities;
    private HistoryEvent? _started;
    private DateTime _now;
    private int _nextGuid;
    private string? _guidSeed;

    public EngineOrchestrationContext(OrchestrationExecution execution, OrchestrationServices services)
    {
        _execution = execution;
        _services = services;
        _events = new ExternalEvents(execution.HasAccess);
        _entities = new EngineEntityFeature(this);
    }

    public override TaskName Name => new(Started.Name!);

    public override string InstanceId => _execution.InstanceId;

    public override string Version => Started.Details?.Version ?? string.Empty;

    public override ParentOrchestrationInstance? Parent => Started.Details is { ParentId: { } id } details
        ? new ParentOrchestrationInstance(new TaskName(details.ParentName ?? string.Empty), id)
        : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _execution.IsReplaying;

    public override TaskOrchestrationEntityFeature Entities => _entities;

    public string? CustomStatus { get; private set; }

    public bool CustomStatusChanged { get; private set; }

    /// <summary>Set once the orchestrator asked to continue as new.</summary>
    public NextExecution? ContinueWith { get; private set; }

    /// <summary>True while an outcome, a timer or an event may still wake the orchestrator.</summary>
    public bool IsWaiting => _open.Count > 0 || _events.HasWaiters;

    public IEnumerable<int> OpenTimers => _open.Where(o => o.Value.Kind == TimerKind).Select(o => o.Key);

    public IEnumerable<string> EntitiesToFree => _entities.ToFree;

    public DataConverter Converter => _services.Converter;

    public long Execution => _execution.Execution;

    protected override ILoggerFactory LoggerFactory => _services.Loggers;

    private HistoryEvent Started => _started ?? throw new InvalidOperationException("The execution has not started.");

    public void Start(HistoryEvent started)
    {
        _started = started;
        foreach (CarriedEvent carried in started.Details?.Carried ?? [])
        {
            _events.Raise(carried.Name, carried.Payload);
        }
    }

    /// <summary>Sets the time of a turn; an orchestrator's time never goes back.</summary>
    public void SetTime(DateTimeOffset time) => _now = time.UtcDateTime > _now ? time.UtcDateTime : _now;

    public bool IsOpen(int task) => _open.ContainsKey(task);

    /// <summary>The numbers of all calls and timers whose outcomes have not come in.</summary>
    public IEnumerable<int> OpenTasks => _open.Keys;

    /// <summary>Has a call that is made again answered under another number.</summary>
    /// <param name="task">The number that it had.</param>
    /// <param name="next">The number that it has from now on.</param>
    /// <param name="due">For a timer: when it fires now.</param>
    /// <param name="target">Whom it addresses now.</param>
    public void Renumber(int task, int next, DateTimeOffset? due = null, string? target = null)
    {
        if (_open.Remove(task, out OpenTask? open))
        {
            open.Number = next;
            open.Due = due ?? open.Due;
            open.Target = target ?? open.Target;
            _open.Add(next, open);
        }
    }

    public void ForgetCustomStatusChange() => CustomStatusChanged = false;

    /// <summary>Has the custom status written, changed or not.</summary>
    public void TellCustomStatus() => CustomStatusChanged = true;

    public void KeepLate(HistoryEvent raised) => _lateEvents.Add(new CarriedEvent(raised.Name!, raised.Payload));

    public IEnumerable<CarriedEvent> KeptEvents() => _events.Kept().Concat(_lateEvents);

    public IEnumerable<string> WaitsFor() =>
        _open.OrderBy(o => o.Key).Select(o => $"{o.Value.Kind} '{o.Value.Name}'").Concat(_events.WaitedFor.Select(name => $"event '{name}'"));

    /// <summary>What the orchestration waits for, in the order in which it began to.</summary>
    public IEnumerable<OpenWait> Waits() => _open.OrderBy(o => o.Key)
        .Select(o => new OpenWait(o.Value.Kind, o.Value.Name, o.Key, o.Value.Target, o.Value.Since, o.Value.Due, o.Value.RetryOf))
        .Concat(_events.Waits.Select(wait => new OpenWait(OpenWait.Event, wait.Name, HistoryEvent.NoTask, null, wait.Since, null, null)));

    /// <summary>From here on guids come from another seed.</summary>
    public void SeedGuids(string seed) => _guidSeed = seed;

    /// <summary>Hands the outcome of a call, or an event, to whoever waits for it; an outcome that nobody waits for any more is dropped.</summary>
    public void Handle(HistoryEvent e)
    {
        if (e.Kind == HistoryEventKind.EventRaised)
        {
            _events.Raise(e.Name!, e.Payload);
            return;
        }

        if (!_open.Remove(e.TaskId, out OpenTask? task))
        {
            if (e.Kind == HistoryEventKind.EntityLockGranted && !_execution.IsLedAlong)
            {
                _entities.GiveBack(e.Details!.Entities!);
            }

            return;
        }

        if (e.Details?.Failure is not { } failure)
        {
            task.Outcome.TrySetResult(e.Payload);
        }
        else if (task.Entity is { } entity)
        {
            task.Outcome.TrySetException(new EntityOperationFailedException(entity, task.Name, failure));
        }
        else
        {
            task.Outcome.TrySetException(new TaskFailedException(task.Name, e.TaskId, failure));
        }
    }

    public override T GetInput<T>() => Started.Payload is { } payload ? _services.Converter.Deserialize<T>(payload)! : default!;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were given as the input. Name the parameter: pass them as 'options'.", nameof(input));
        }

        string? payload = _services.Converter.Serialize(input);
        string version = options?.Version?.Version ?? Version;
        EventDetails? details = version.Length == 0 && options?.Tags is null
            ? null
            : new EventDetails { Version = version, Tags = options?.Tags?.ToDictionary() };
        string? result = await OrchestrationRetry.RunAsync(this, name.Name, options?.Retry, () => Call(
            "activity", HistoryEventKind.ActivityScheduled, name.Name, payload, target: null, details));
        return Read<TResult>(result);
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        if (_entities.InCriticalSection())
        {
            throw new InvalidOperationException("A sub-orchestration must not be called inside a critical section: it could wait for a lock that its caller holds.");
        }

        string? payload = _services.Converter.Serialize(input);
        SubOrchestrationOptions? own = options as SubOrchestrationOptions;
        string target = own?.InstanceId is { Length: > 0 } id ? id : _execution.ChildId(orchestratorName.Name, payload, () => NewGuid().ToString("N"));
        InboxMessage.ThrowIfEntity(target);
        EventDetails details = new() { Version = options?.Version?.Version ?? _services.DefaultVersion, Tags = options?.Tags?.ToDictionary() };
        string? result = await OrchestrationRetry.RunAsync(this, orchestratorName.Name, options?.Retry, () => Call(
            "sub-orchestration", HistoryEventKind.SubOrchestrationScheduled, orchestratorName.Name, payload, target, details));
        return Read<TResult>(result);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) => CreateTimer(fireAt, retryOf: null, cancellationToken);

    /// <summary>A timer that may stand between two attempts of a call.</summary>
    public Task CreateTimer(DateTime fireAt, string? retryOf, CancellationToken cancellationToken)
    {
        _execution.CheckAccess();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        DateTimeOffset due = new(fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc));
        int id = _execution.Number(HistoryEventKind.TimerCreated, null, null, null, due);
        OpenTask task = new(TimerKind, due.ToString("O", null), new TaskCompletionSource<string?>()) { Number = id, Since = _now, Due = due, RetryOf = retryOf };
        _open.Add(id, task);
        _execution.Decide(new HistoryEvent { Kind = HistoryEventKind.TimerCreated, TaskId = id, Time = due });
        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.Register(() =>
            {
                if (_execution.HasAccess() && _open.Remove(task.Number))
                {
                    _execution.Decide(new HistoryEvent { Kind = HistoryEventKind.TimerCanceled, TaskId = task.Number });
                    task.Outcome.TrySetCanceled(cancellationToken);
                }
            });
        }

        return task.Outcome.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        _execution.CheckAccess();
        return ReadAsync<T>(_events.WaitAsync(eventName, typeof(T), _now, cancellationToken));
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        _execution.Decide(new HistoryEvent
        {
            Kind = HistoryEventKind.EventSent, Target = instanceId, Name = eventName, Payload = _services.Converter.Serialize(payload),
        });
    }

    public override void SetCustomStatus(object? customStatus)
    {
        _execution.CheckAccess();
        CustomStatus = _services.Converter.Serialize(customStatus);
        CustomStatusChanged = true;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueWith = new NextExecution(_services.Converter.Serialize(newInput), preserveUnprocessedEvents, null);

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string? version = string.IsNullOrWhiteSpace(options.NewVersion) ? null : options.NewVersion;
        ContinueWith = new NextExecution(_services.Converter.Serialize(options.NewInput), options.PreserveUnprocessedEvents, version);
    }

    public override Guid NewGuid()
    {
        _execution.CheckAccess();
        return DeterministicGuid.Create(_guidSeed ?? Started.Details?.GuidSeed ?? InstanceId, _nextGuid++);
    }

    /// <summary>Makes a numbered call and returns the task of its outcome.</summary>
    public Task<string?> Call(string kind, HistoryEventKind decision, string name, string? payload, string? target, EventDetails? details, EntityInstanceId? entity = null)
    {
        int id = _execution.Number(decision, name, target, payload, null);
        OpenTask task = new(kind, name, new TaskCompletionSource<string?>()) { Number = id, Entity = entity, Since = _now, Target = target };
        _open.Add(id, task);
        _execution.Decide(new HistoryEvent { Kind = decision, TaskId = id, Name = name, Payload = payload, Target = target, Details = details });
        return task.Outcome.Task;
    }

    /// <summary>Notes a decision that has no outcome.</summary>
    public void Tell(HistoryEvent decision) => _execution.Decide(decision);

    public T Read<T>(string? payload) => payload is null ? default! : _services.Converter.Deserialize<T>(payload)!;

    private async Task<T> ReadAsync<T>(Task<string?> payload) => Read<T>(await payload);
}
