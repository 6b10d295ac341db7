using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>
/// One execution of an orchestrator in memory. It stays between turns and goes on where it is; after a restart or an eviction
/// <see cref="Replay"/> brings a new one to the same point by handing it its history again, event by event, exactly as before.
/// </summary>
internal sealed class OrchestrationExecution
{
    private readonly OrchestrationServices _services;
    private readonly OrchestrationScheduler _scheduler = new();
    private readonly EngineOrchestrationContext _context;
    private readonly List<HistoryEvent> _held = [];
    private List<HistoryEvent> _decisions = [];
    private Task<object?>? _run;
    private HistoryEvent? _started;
    private HistoryEvent? _end;

    public OrchestrationExecution(string instanceId, long execution, OrchestrationServices services)
    {
        InstanceId = instanceId;
        Execution = execution;
        _services = services;
        _context = new EngineOrchestrationContext(this, services);
    }

    public string InstanceId { get; }

    public long Execution { get; }

    public bool IsReplaying { get; private set; }

    public bool IsSuspended { get; private set; }

    /// <summary>Sequence of the last event that is in the history.</summary>
    public long LastSequence { get; set; }

    /// <summary>How many characters its history holds, as a measure of its memory.</summary>
    public long Weight { get; private set; }

    /// <summary>The event it was started with.</summary>
    public HistoryEvent Started => _started ?? throw new InvalidOperationException("The execution has not started.");

    /// <summary>True once its first event has been taken in.</summary>
    public bool HasStarted => _started is not null;

    /// <summary>Takes a new execution along its recorded history.</summary>
    /// <returns>What it did otherwise than recorded, or null when it followed its history.</returns>
    public NonDeterministicOrchestrationException? Replay(IReadOnlyList<HistoryEvent> history)
    {
        IsReplaying = true;
        try
        {
            int matched = 0;
            for (int i = 0; i < history.Count; i++)
            {
                HistoryEvent e = history[i];
                if (e.IsDecision)
                {
                    if (matched >= _decisions.Count || !e.IsSameDecision(_decisions[matched]))
                    {
                        return Diverged(i, e, matched < _decisions.Count ? _decisions[matched] : null);
                    }

                    matched++;
                    continue;
                }

                if (e.Kind == HistoryEventKind.TurnStarted)
                {
                    if (matched < _decisions.Count)
                    {
                        return Diverged(i, null, _decisions[matched]);
                    }

                    _decisions.Clear();
                    matched = 0;
                }

                Take(e);
            }

            if (matched < _decisions.Count)
            {
                return Diverged(history.Count, null, _decisions[matched]);
            }

            LastSequence = history.Count;
            _decisions = [];
            return null;
        }
        finally
        {
            IsReplaying = false;
            _context.ForgetCustomStatusChange();
        }
    }

    /// <summary>Takes in new events and runs the orchestrator until it waits for something or ends.</summary>
    public Turn Advance(DateTimeOffset now, IReadOnlyList<HistoryEvent> incoming)
    {
        List<HistoryEvent> events = new(incoming.Count + 4) { new HistoryEvent { Kind = HistoryEventKind.TurnStarted, Time = now } };
        events.AddRange(incoming);
        _decisions = [];
        foreach (HistoryEvent e in events)
        {
            Take(e);
        }

        return Finish(events);
    }

    /// <summary>Ends the execution without running its code.</summary>
    public Turn FailNow(DateTimeOffset now, TaskFailureDetails failure)
    {
        _decisions = [];
        _end = Ended(OrchestrationRuntimeStatus.Failed, null, failure);
        _decisions.Add(_end);
        return Finish([new HistoryEvent { Kind = HistoryEventKind.TurnStarted, Time = now }]);
    }

    /// <summary>Notes a decision of the orchestrator's code.</summary>
    public void Decide(HistoryEvent decision) => _decisions.Add(decision);

    /// <summary>What the execution waits for, in words, for people.</summary>
    public IEnumerable<string> WaitsFor() => _context.WaitsFor();

    private Turn Finish(List<HistoryEvent> events)
    {
        events.AddRange(_decisions);
        foreach (HistoryEvent e in events)
        {
            Weight += 64 + (e.Payload?.Length ?? 0);
        }

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
                _context.SetTime(e.Time!.Value);
                return;
            case HistoryEventKind.ExecutionTerminated:
                End(OrchestrationRuntimeStatus.Terminated, e.Payload, null, e.Details?.Recursive);
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

            return;
        }

        if (e.Kind == HistoryEventKind.ExecutionStarted)
        {
            Start(e);
        }
        else
        {
            _scheduler.Run(() => _context.Handle(e));
        }

        CheckEnd();
    }

    private void Start(HistoryEvent e)
    {
        _started = e;
        _context.Start(e);
        ITaskOrchestrator? orchestrator;
        object? input;
        try
        {
            orchestrator = _services.Tasks.Orchestrator(e.Name!, _services.Provider);
            input = orchestrator is null || e.Payload is null ? null : _services.Converter.Deserialize(e.Payload, orchestrator.InputType);
        }
        catch (Exception error)
        {
            End(OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.FromException(error));
            return;
        }

        if (orchestrator is null)
        {
            End(OrchestrationRuntimeStatus.Failed, null, new TaskFailureDetails("OrchestratorTaskNotFound", $"No orchestrator task named '{e.Name}' was found.", null, null, null));
            return;
        }

        _scheduler.Run(() => _run = Task.Factory.StartNew(
            () => orchestrator.RunAsync(_context, input), CancellationToken.None, TaskCreationOptions.None, _scheduler).Unwrap());
    }

    private void CheckEnd()
    {
        if (_end is not null)
        {
            return;
        }

        if (_run is { IsCompleted: true })
        {
            Complete(_run);
        }
        else if (_scheduler.WokenFromOutside || (_run is not null && !_context.IsWaiting))
        {
            End(OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.FromException(new InvalidOperationException(
                $"The orchestrator '{Started.Name}' awaited something that is not durable. Await only tasks of its TaskOrchestrationContext; put delays, I/O and other asynchronous work into activities, and do not use ConfigureAwait(false).")));
        }
    }

    private void Complete(Task<object?> run)
    {
        if (run.IsCompletedSuccessfully)
        {
            if (_context.ContinueWith is { } next)
            {
                _end = new HistoryEvent
                {
                    Kind = HistoryEventKind.ContinuedAsNew,
                    Payload = next.Input,
                    Details = new EventDetails { Status = (int)OrchestrationRuntimeStatus.ContinuedAsNew, KeepEvents = next.KeepEvents, Version = next.Version },
                };
                _decisions.Add(_end);
                return;
            }

            try
            {
                End(OrchestrationRuntimeStatus.Completed, _services.Converter.Serialize(run.Result), null);
            }
            catch (Exception error)
            {
                End(OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.FromException(error));
            }

            return;
        }

        Exception failure = run.Exception?.InnerException ?? new TaskCanceledException(run);
        End(OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.FromException(failure));
    }

    private void End(OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure, bool? recursive = null)
    {
        if (_end is null)
        {
            _end = Ended(status, output, failure, recursive);
            _decisions.Add(_end);
        }
    }

    private static HistoryEvent Ended(OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure, bool? recursive = null) => new()
    {
        Kind = HistoryEventKind.ExecutionCompleted,
        Payload = output,
        Details = new EventDetails { Status = (int)status, Failure = failure, Recursive = recursive },
    };

    private NonDeterministicOrchestrationException Diverged(int index, HistoryEvent? recorded, HistoryEvent? made) => new(
        $"Non-deterministic orchestrator '{_started?.Name}': at event {index + 1} of its history "
        + (recorded is null ? "nothing more was recorded" : $"{recorded.Describe()} was recorded")
        + (made is null ? ", but its code made no call there." : $", but its code made {made.Describe()}.")
        + " Its code changed while the instance was running, or depends on something that changes (time, random numbers, I/O).");
}
