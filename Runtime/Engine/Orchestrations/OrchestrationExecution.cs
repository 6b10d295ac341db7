using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>
/// One execution of an orchestrator in memory. It stays between turns and goes on where it is; after a restart or an eviction
/// <see cref="Replay"/> brings a new one to the same point by handing it its history again, event by event, exactly as before.
/// </summary>
internal sealed partial class OrchestrationExecution
{
    private readonly OrchestrationServices _services;
    private readonly Action _wokenFromOutside;
    private readonly List<HistoryEvent> _held = [];
    private OrchestratorCode _code;
    private EngineOrchestrationContext _context;
    private List<HistoryEvent> _decisions = [];
    private HistoryEvent? _started;
    private HistoryEvent? _end;
    private DateTimeOffset _turnTime;
    private int _nextTask;

    /// <param name="instanceId">Id of the instance.</param>
    /// <param name="execution">Number of the execution.</param>
    /// <param name="services">What all executions share.</param>
    /// <param name="wokenFromOutside">Called once, on any thread, when something that is not durable wakes the orchestrator.</param>
    public OrchestrationExecution(string instanceId, long execution, OrchestrationServices services, Action wokenFromOutside)
    {
        InstanceId = instanceId;
        Execution = execution;
        _services = services;
        _wokenFromOutside = wokenFromOutside;
        Reset();
    }

    public string InstanceId { get; }

    public long Execution { get; }

    public bool IsReplaying { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Sequence of the last event that is in the history.</summary>
    public long LastSequence { get; set; }

    /// <summary>The status in the stored head of the instance.</summary>
    public OrchestrationRuntimeStatus StoredStatus { get; set; }

    /// <summary>True once something that is not durable woke the orchestrator: it cannot go on.</summary>
    public bool IsWokenFromOutside => _code.IsWokenFromOutside;

    /// <summary>Why it cannot go on after <see cref="IsWokenFromOutside"/>.</summary>
    public TaskFailureDetails NotDurableFailure => _code.NotDurableFailure;

    /// <summary>The event it was started with.</summary>
    public HistoryEvent Started => _started ?? throw new InvalidOperationException("The execution has not started.");

    /// <summary>True once its first event has been taken in.</summary>
    public bool HasStarted => _started is not null;

    /// <summary>True once its code, or what stopped it, has ended it.</summary>
    public bool HasEnded => _end is not null;

    /// <summary>True as long as what starts it, or rewinds it after it failed, has not been taken in.</summary>
    public bool AwaitsStart => !HasStarted || _toRewind is not null;

    /// <summary>Takes a new execution along its recorded history.</summary>
    /// <param name="history">What was recorded.</param>
    /// <param name="isReopened">True when the instance goes on although its history has an end: it is to be rewound.</param>
    /// <returns>What it did otherwise than recorded, or null when it followed its history.</returns>
    public NonDeterministicOrchestrationException? Replay(IReadOnlyList<HistoryEvent> history, bool isReopened = false)
    {
        IsReplaying = true;
        _recorded = history;
        try
        {
            int matched = 0;
            for (int i = SkipToRewind(history, isReopened); i < history.Count; i++)
            {
                HistoryEvent e = history[i];
                if (e.IsDecision)
                {
                    if (matched >= _decisions.Count || !e.IsSameDecision(_decisions[matched]))
                    {
                        return Divergence.Describe(_started?.Name, i, e, matched < _decisions.Count ? _decisions[matched] : null);
                    }

                    matched++;
                    continue;
                }

                if (e.Kind == HistoryEventKind.TurnStarted)
                {
                    if (matched < _decisions.Count)
                    {
                        return Divergence.Describe(_started?.Name, i, null, _decisions[matched]);
                    }

                    _decisions.Clear();
                    matched = 0;
                }

                Take(e);
            }

            if (matched < _decisions.Count)
            {
                return Divergence.Describe(_started?.Name, history.Count, null, _decisions[matched]);
            }

            LastSequence = history.Count;
            _decisions = [];
            return null;
        }
        finally
        {
            IsReplaying = false;
            _recorded = null;
            _context.ForgetCustomStatusChange();
        }
    }

    /// <summary>
    /// Takes in new events and runs the orchestrator until it waits for something or ends. What follows the event on which it
    /// continues as new is not taken in: that is for its next execution.
    /// </summary>
    public Turn Advance(DateTimeOffset now, IReadOnlyList<HistoryEvent> incoming)
    {
        List<HistoryEvent> events = new(incoming.Count + 4) { new HistoryEvent { Kind = HistoryEventKind.TurnStarted, Time = now } };
        events.AddRange(incoming);
        _decisions = [];
        int taken = 0;
        while (taken < events.Count && _end?.Kind != HistoryEventKind.ContinuedAsNew)
        {
            Take(events[taken++]);
        }

        events.RemoveRange(taken, events.Count - taken);
        return Finish(events);
    }

    /// <summary>Ends the execution without running its code.</summary>
    /// <param name="now">The time of the turn.</param>
    /// <param name="failure">Why.</param>
    /// <param name="entities">Entities to unlock beside those that the code is known to hold.</param>
    public Turn FailNow(DateTimeOffset now, TaskFailureDetails failure, IEnumerable<string> entities)
    {
        _decisions = [];
        _end = ExecutionEnd.Create(OrchestrationRuntimeStatus.Failed, null, failure);
        _decisions.Add(_end);
        Turn turn = Finish([new HistoryEvent { Kind = HistoryEventKind.TurnStarted, Time = now }]);
        return turn with { LocksToFree = [.. turn.LocksToFree.Union(entities)] };
    }

    /// <summary>The number of a call that the orchestrator's code is about to make.</summary>
    public int Number(HistoryEventKind kind, string? name, string? target, string? payload, DateTimeOffset? time)
    {
        CheckAccess();
        return _past?.Number(kind, name, target, payload, time) ?? _nextTask++;
    }

    /// <summary>Notes a decision of the orchestrator's code.</summary>
    public void Decide(HistoryEvent decision)
    {
        CheckAccess();
        if (_past?.Decide(decision) != true)
        {
            _decisions.Add(decision);
        }
    }

    /// <summary>Makes sure that the orchestrator's code runs where the engine runs it.</summary>
    /// <exception cref="InvalidOperationException">It runs elsewhere; the instance fails.</exception>
    public void CheckAccess() => _code.CheckAccess();

    /// <returns>False, and the instance fails, when the caller is not where the engine runs the orchestrator.</returns>
    public bool HasAccess() => _code.HasAccess();

    /// <summary>True while the outcome of a call or a timer is waited for.</summary>
    public bool IsOpen(int task) => _context.IsOpen(task);

    /// <summary>What the execution waits for, in words, for people.</summary>
    public IEnumerable<string> WaitsFor() => _context.WaitsFor();

    /// <summary>What the execution waits for.</summary>
    public IReadOnlyList<OpenWait> Waits() => [.. _context.Waits()];

    private Turn Finish(List<HistoryEvent> events)
    {
        events.AddRange(_decisions);
        Turn turn = new()
        {
            Events = events,
            DecisionCount = _decisions.Count,
            Status = _end is not null ? (OrchestrationRuntimeStatus)_end.Details!.Status!.Value
                : IsSuspended ? OrchestrationRuntimeStatus.Suspended
                : OrchestrationRuntimeStatus.Running,
            CustomStatus = _context.CustomStatus,
            CustomStatusSet = _context.CustomStatusChanged,
            End = _end,
            OpenTimers = _end is null ? [] : [.. _context.OpenTimers],
            LocksToFree = _end is null ? [] : [.. _context.EntitiesToFree],
            Carried = _end is { Kind: HistoryEventKind.ContinuedAsNew, Details.KeepEvents: true } ? [.. _context.KeptEvents()] : [],
        };
        _context.ForgetCustomStatusChange();
        _decisions = [];
        return turn;
    }

    private void Take(HistoryEvent e)
    {
        switch (e.Kind)
        {
            case HistoryEventKind.TurnStarted:
                _turnTime = e.Time!.Value;
                _context.SetTime(_turnTime);
                return;
            case HistoryEventKind.ExecutionRewound:
                Rewind();
                return;
            case HistoryEventKind.ExecutionForked:
                Fork(e);
                return;
            case HistoryEventKind.ExecutionTerminated:
                End(ExecutionEnd.Create(OrchestrationRuntimeStatus.Terminated, e.Payload, null, e.Details?.Recursive));
                return;
            case HistoryEventKind.ExecutionSuspended:
                IsSuspended = true;
                return;
            case HistoryEventKind.ExecutionResumed:
                IsSuspended = false;
                List<HistoryEvent> held = [.. _held];
                _held.Clear();
                held.ForEach(Run);
                return;
            default:
                if (IsSuspended)
                {
                    _held.Add(e);
                }
                else
                {
                    Run(e);
                }

                return;
        }
    }

    private void Run(HistoryEvent e)
    {
        if (_end is not null)
        {
            if (e.Kind == HistoryEventKind.EventRaised)
            {
                _context.KeepLate(e);
            }
            else if (e.Kind == HistoryEventKind.ExecutionStarted)
            {
                // It ended before it began; what it was started with still says who waits for it.
                _started = e;
            }

            return;
        }

        if (e.Kind == HistoryEventKind.ExecutionStarted)
        {
            _started = e;
        }

        End(e.Kind == HistoryEventKind.ExecutionStarted ? _code.Start(e) : _code.Handle(e));
    }

    private void End(HistoryEvent? end)
    {
        if (_end is null && end is not null)
        {
            _end = end;
            _decisions.Add(end);
        }
    }
}
