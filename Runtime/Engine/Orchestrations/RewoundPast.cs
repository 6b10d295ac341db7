using System.Runtime.InteropServices;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>
/// What an execution recorded before it was rewound, while its code is led along it again. Failures are masked, so the code comes
/// less far on some paths: a call that it makes again is known by its kind, name and target, a like one (of the same input or time) before others, and keeps
/// its number and with it its outcome. One that failed and was tried again has the outcome of the last try.
/// </summary>
internal sealed class RewoundPast
{
    private readonly Dictionary<(HistoryEventKind Kind, string? Name, string? Target), Queue<HistoryEvent>> _recorded = [];
    private readonly Dictionary<(HistoryEventKind Kind, string? Name, string? Target, string? Payload, DateTimeOffset? Time), Queue<HistoryEvent>> _alike = [];
    private readonly Dictionary<int, HistoryEvent> _made = [];
    private readonly Dictionary<int, int> _firstNumbers = [];
    private readonly Dictionary<int, int> _numbers = [];
    private readonly HashSet<int> _failed = [];
    private readonly HashSet<int> _spent = [];
    private readonly HashSet<int> _lockedAnew = [];

    public RewoundPast(IEnumerable<HistoryEvent> history)
    {
        HashSet<int> numbers = [];
        foreach (HistoryEvent e in history)
        {
            if (!e.IsDecision)
            {
                NoteOutcome(e);
                continue;
            }

            NextTask = Math.Max(NextTask, e.TaskId + 1);
            bool isCall = IsCall(e);
            if (e.Details?.InPlaceOf is { } former)
            {
                _lockedAnew.Add(former);
                _firstNumbers[e.TaskId] = FirstNumber(former);
                _failed.Remove(FirstNumber(former));
            }
            else if (e.Kind != HistoryEventKind.ExecutionCompleted && (!isCall || numbers.Add(e.TaskId)))
            {
                Queue(e.Kind, e.Name, e.Target).Enqueue(e);
                if (isCall)
                {
                    Alike(e.Kind, e.Name, e.Target, e.Payload, e.Time).Enqueue(e);
                }
            }
        }
    }

    /// <summary>The first number that no call has had.</summary>
    public int NextTask { get; private set; }

    /// <summary>The calls that the code made, by their numbers.</summary>
    public IReadOnlyDictionary<int, HistoryEvent> Made => _made;

    /// <summary>Whether an event is masked: failures, what ended or rewound the execution, and the locks of a critical section that was entered anew.</summary>
    public bool IsMasked(HistoryEvent e) => IsFailure(e) || e.Kind is HistoryEventKind.ExecutionRewound or HistoryEventKind.ExecutionTerminated
        || (e.Kind == HistoryEventKind.EntityLockGranted && _lockedAnew.Contains(e.TaskId));

    /// <summary>The number of a call that the code is about to make.</summary>
    public int Number(HistoryEventKind kind, string? name, string? target, string? payload, DateTimeOffset? time)
    {
        // A timer of another time is another timer; other calls may have had their input changed with the code.
        HistoryEvent? recorded = TakeLastTry(Alike(kind, name, target, payload, time))
            ?? (kind == HistoryEventKind.TimerCreated ? null : TakeFirst(Queue(kind, name, target)));
        if (recorded is null)
        {
            return NextTask++;
        }

        int number = _numbers.GetValueOrDefault(recorded.TaskId, recorded.TaskId);
        _made[number] = recorded;
        return number;
    }

    /// <summary>Whether a call was recorded that is like one that the code is about to make, and is not made yet.</summary>
    public bool HasAlike(HistoryEventKind kind, string? name, string? target, string? payload) =>
        Alike(kind, name, target, payload, null).Any(e => !_spent.Contains(e.TaskId));

    /// <summary>Notes a decision that the code makes.</summary>
    /// <returns>True when it was carried out before the execution was rewound.</returns>
    public bool Decide(HistoryEvent decision)
    {
        if (!IsCall(decision))
        {
            return Queue(decision.Kind, decision.Name, decision.Target).TryDequeue(out _);
        }

        if (!_made.ContainsKey(decision.TaskId))
        {
            return false;
        }

        // Should it be made once more, then with what the code gives it now.
        _made[decision.TaskId] = decision;
        return true;
    }

    /// <summary>Notes an outcome that came before the code made its call: the call is none that the code makes later.</summary>
    public void Pass(int task) => _spent.Add(FirstNumber(task));

    /// <summary>What granted the lock that the code asked for last, among what is not masked yet.</summary>
    public HistoryEvent? LastGrant(IEnumerable<HistoryEvent> history, IReadOnlySet<HistoryEvent> masked) => history.LastOrDefault(e =>
        e.Kind == HistoryEventKind.EntityLockGranted && !masked.Contains(e)
        && _made.TryGetValue(e.TaskId, out HistoryEvent? call) && call.Kind == HistoryEventKind.EntityLockRequested);

    /// <summary>Follows a call that was made again under another number when the execution was rewound or forked before.</summary>
    /// <param name="task">The number that it had.</param>
    /// <param name="again">The call as it was made again: a fork may have given it another input.</param>
    public void Renumber(int task, HistoryEvent again)
    {
        _numbers[FirstNumber(again.TaskId)] = again.TaskId;
        if (_made.Remove(task))
        {
            _made[again.TaskId] = again;
        }
    }

    private static bool IsCall(HistoryEvent e) => e.TaskId != HistoryEvent.NoTask && e.Kind != HistoryEventKind.TimerCanceled;

    private static bool IsFailure(HistoryEvent e) =>
        e.Kind is HistoryEventKind.ActivityFailed or HistoryEventKind.SubOrchestrationFailed or HistoryEventKind.EntityCallFailed;

    private void NoteOutcome(HistoryEvent e)
    {
        if (IsFailure(e))
        {
            _failed.Add(FirstNumber(e.TaskId));
        }
        else if (e.TaskId != HistoryEvent.NoTask)
        {
            _failed.Remove(FirstNumber(e.TaskId));
        }
    }

    /// <summary>The number under which a call was made for the first time.</summary>
    private int FirstNumber(int task) => _firstNumbers.GetValueOrDefault(task, task);

    private HistoryEvent? TakeFirst(Queue<HistoryEvent> calls)
    {
        while (calls.TryDequeue(out HistoryEvent? call))
        {
            if (_spent.Add(call.TaskId))
            {
                return call;
            }
        }

        return null;
    }

    private HistoryEvent? TakeLastTry(Queue<HistoryEvent> calls)
    {
        HistoryEvent? last = null;
        while (TakeFirst(calls) is { } call)
        {
            last = call;
            if (!_failed.Contains(call.TaskId))
            {
                break;
            }
        }

        return last;
    }

    // Names of activities and events ignore case, and so does a replay.
    private Queue<HistoryEvent> Queue(HistoryEventKind kind, string? name, string? target)
    {
        ref Queue<HistoryEvent>? queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_recorded, (kind, name?.ToUpperInvariant(), target), out _);
        return queue ??= [];
    }

    private Queue<HistoryEvent> Alike(HistoryEventKind kind, string? name, string? target, string? payload, DateTimeOffset? time)
    {
        ref Queue<HistoryEvent>? queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_alike, (kind, name?.ToUpperInvariant(), target, payload, time), out _);
        return queue ??= [];
    }
}
