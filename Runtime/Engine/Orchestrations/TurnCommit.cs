using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>
/// One orchestrator turn made durable in one transaction: the messages it took in leave the inbox, its events join the history,
/// its head is brought up to date, and what it decided (activities, timers, children, messages) is recorded to be carried out.
/// </summary>
internal sealed class TurnCommit : JournalCommit
{
    private readonly OrchestrationExecution _execution;
    private readonly Turn _turn;
    private readonly IReadOnlyList<InboxMessage> _taken;
    private readonly DateTimeOffset _now;
    private readonly List<InboxMessage> _messages = [];
    private readonly List<NewInstance> _children = [];
    /// <summary>Messages that only the state of the file calls for.</summary>
    private readonly List<InboxMessage> _arisen = [];
    private readonly HashSet<NewInstance> _refused = new(ReferenceEqualityComparer.Instance);
    private readonly IdSource _ids;
    private readonly NewInstance? _next;

    public TurnCommit(OrchestrationExecution execution, Turn turn, IReadOnlyList<InboxMessage> taken, IdSource ids, DateTimeOffset now)
    {
        _execution = execution;
        _turn = turn;
        _taken = taken;
        _ids = ids;
        _now = now;
        FirstSequence = execution.LastSequence + 1;
        foreach (HistoryEvent decision in turn.Decisions)
        {
            Address(decision);
        }

        _messages.AddRange(turn.LocksToFree.Select(entity => ToEntity(entity, new HistoryEvent { Kind = HistoryEventKind.EntityUnlock })));
        if (turn.End is { Kind: HistoryEventKind.ContinuedAsNew } continued)
        {
            _next = NewInstance.Create(ids, execution.InstanceId, execution.Started.Name!, continued.Payload, now, execution.Started.Details! with
            {
                Version = continued.Details!.Version ?? execution.Started.Details!.Version,
                Carried = turn.Carried.Count > 0 ? turn.Carried : null,
            });
            _messages.Add(_next.Start);
        }
    }

    public long FirstSequence { get; }

    /// <summary>What to deliver once it is durable.</summary>
    public IEnumerable<InboxMessage> Outgoing => _messages.Concat(_children.Except(_refused).Select(child => child.Start)).Concat(_arisen);

    public override void Apply(JournalSession session)
    {
        _arisen.Clear();
        _refused.Clear();
        long execution = _execution.Execution;
        foreach (InboxMessage message in _taken)
        {
            Forget(session, message);
        }

        long sequence = FirstSequence;
        foreach (HistoryEvent e in _turn.Events)
        {
            HistoryTable.Append(session, execution, sequence, e);
            Open(session, e, sequence);
            sequence++;
        }

        foreach (NewInstance child in _children)
        {
            if (child.Start.Event.Details!.InPlaceOf is not null && RewoundInstance.TakeUp(session, child, _ids, _now, out InboxMessage? message))
            {
                _refused.Add(child);
                _arisen.AddRange(message is null ? [] : [message]);
            }
            else if (child.Insert(session, existing => existing.IsEnded) is not null)
            {
                Refuse(session, child);
            }
        }

        foreach (InboxMessage message in _messages)
        {
            InboxTable.Insert(session, message);
        }

        if (_turn.End?.Details?.Recursive == true)
        {
            TerminateChildren(session);
        }

        UpdateHead(session, sequence - 1);
    }

    private void UpdateHead(JournalSession session, long lastSequence)
    {
        string id = _execution.InstanceId;
        if (_turn.CustomStatusSet)
        {
            InstanceTable.SetCustomStatus(session, id, _turn.CustomStatus);
        }

        if (_turn.End is not { } end)
        {
            InstanceTable.Advance(session, id, _turn.Status == _execution.StoredStatus ? null : _turn.Status, _now, lastSequence);
            return;
        }

        PendingTables.RemoveAll(session, _execution.Execution);
        if (_next is not null)
        {
            InstanceTable.Renew(session, id, _next.Head.Execution, _now, _next.Head.Input, _next.Head.Version);
            return;
        }

        InstanceTable.End(session, id, _turn.Status, _now, lastSequence, end.Payload, end.Details!.Failure);
    }

    private void Forget(JournalSession session, InboxMessage message)
    {
        bool found = message.IsStored ? InboxTable.Delete(session, message.Id)
            : message.Event.Kind == HistoryEventKind.TimerFired ? PendingTables.RemoveTimer(session, _execution.Execution, message.Event.TaskId)
            : PendingTables.RemoveTask(session, _execution.Execution, message.Event.TaskId);
        if (!found)
        {
            throw new StaleTurnException($"{message.Event.Describe()} of '{_execution.InstanceId}'");
        }
    }

    private void Open(JournalSession session, HistoryEvent e, long sequence)
    {
        switch (e.Kind)
        {
            case HistoryEventKind.ActivityScheduled:
                PendingTables.AddTask(session, new PendingTask(_execution.Execution, e.TaskId, _execution.InstanceId, sequence));
                break;
            case HistoryEventKind.TimerCreated:
                PendingTables.AddTimer(session, new PendingTimer(_execution.Execution, e.TaskId, _execution.InstanceId, e.Time!.Value));
                break;
            case HistoryEventKind.TimerCanceled:
                PendingTables.RemoveTimer(session, _execution.Execution, e.TaskId);
                break;
        }
    }

    /// <summary>Turns a decision into the message or the child that carries it out.</summary>
    private void Address(HistoryEvent decision)
    {
        switch (decision.Kind)
        {
            case HistoryEventKind.SubOrchestrationScheduled:
                _children.Add(NewInstance.Create(_ids, decision.Target!, decision.Name!, decision.Payload, _now, decision.Details! with
                {
                    ParentId = _execution.InstanceId,
                    ParentName = _execution.Started.Name,
                    ParentExecution = _execution.Execution,
                    ParentTask = decision.TaskId,
                }));
                break;
            case HistoryEventKind.EventSent when !InboxMessage.IsEntity(decision.Target!):
                _messages.Add(new InboxMessage(_ids.NextMessage(), decision.Target!, 0, new HistoryEvent
                {
                    Kind = HistoryEventKind.EventRaised, Name = decision.Name, Payload = decision.Payload,
                }));
                break;
            case HistoryEventKind.EntityCalled:
                _messages.Add(ToEntity(decision.Target!, decision with { Kind = HistoryEventKind.EntityOperation }));
                break;
            case HistoryEventKind.EntitySignaled:
                _messages.Add(ToEntity(decision.Target!, decision with { Kind = HistoryEventKind.EntityOperation, Details = new EventDetails { OneWay = true } }, decision.Time));
                break;
            case HistoryEventKind.EntityLockRequested:
                _messages.Add(ToEntity(decision.Target!, decision with { Kind = HistoryEventKind.EntityLock }));
                break;
            case HistoryEventKind.EntityLockReleased:
                _messages.AddRange(decision.Details!.Entities!.Select(entity => ToEntity(entity, new HistoryEvent { Kind = HistoryEventKind.EntityUnlock })));
                break;
            case HistoryEventKind.ExecutionCompleted when _execution.HasStarted && _execution.Started.Details is { ParentId: { } parent } details:
                _messages.Add(new InboxMessage(_ids.NextMessage(), parent, details.ParentExecution!.Value, Outcome(decision, details.ParentTask!.Value)));
                break;
        }
    }

    private InboxMessage ToEntity(string entity, HistoryEvent e, DateTimeOffset? visibleAt = null) => new(
        _ids.NextMessage(), entity, 0,
        e with
        {
            Target = null,
            Details = (e.Details ?? new EventDetails()) with { SenderId = _execution.InstanceId, SenderExecution = _execution.Execution },
        },
        visibleAt);

    private static HistoryEvent Outcome(HistoryEvent end, int parentTask)
    {
        OrchestrationRuntimeStatus status = (OrchestrationRuntimeStatus)end.Details!.Status!.Value;
        if (status == OrchestrationRuntimeStatus.Completed)
        {
            return new HistoryEvent { Kind = HistoryEventKind.SubOrchestrationCompleted, TaskId = parentTask, Payload = end.Payload };
        }

        TaskFailureDetails failure = end.Details.Failure
            ?? new TaskFailureDetails("OrchestrationTerminated", $"The sub-orchestration was terminated. {end.Payload}".TrimEnd(), null, null, null);
        return new HistoryEvent { Kind = HistoryEventKind.SubOrchestrationFailed, TaskId = parentTask, Details = new EventDetails { Failure = failure } };
    }

    private void TerminateChildren(JournalSession session)
    {
        foreach (InstanceRecord child in InstanceTable.ReadChildren(session, _execution.InstanceId).Where(child => !child.IsEnded))
        {
            // For whichever execution is current then: the child may be about to continue as new.
            InboxMessage message = new(_ids.NextMessage(), child.Id, 0, new HistoryEvent
            {
                Kind = HistoryEventKind.ExecutionTerminated, Payload = _turn.End!.Payload, Details = new EventDetails { Recursive = true },
            });
            InboxTable.Insert(session, message);
            _arisen.Add(message);
        }
    }

    private void Refuse(JournalSession session, NewInstance child)
    {
        TaskFailureDetails failure = new(
            "OrchestrationAlreadyExists", $"An orchestration with the instance id '{child.Head.Id}' is already running.", null, null, null);
        InboxMessage answer = new(_ids.NextMessage(), _execution.InstanceId, _execution.Execution, new HistoryEvent
        {
            Kind = HistoryEventKind.SubOrchestrationFailed,
            TaskId = child.Start.Event.Details!.ParentTask!.Value,
            Details = new EventDetails { Failure = failure },
        });
        InboxTable.Insert(session, answer);
        _arisen.Add(answer);
        _refused.Add(child);
    }
}
