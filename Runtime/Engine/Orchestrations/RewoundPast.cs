using System.Runtime.InteropServices;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>
/// What an execution recorded before it was rewound, while its code is led along it again. Failures are masked, so the code comes
/// less far on some paths: a call that it makes again is known by its kind, name and target, and keeps its number and with it its outcome.
/// </summary>
internal sealed class RewoundPast
{
    private readonly Dictionary<(HistoryEventKind Kind, string? Name, string? Target), Queue<HistoryEvent>> _recorded = [];
    private readonly Dictionary<int, HistoryEvent> _made = [];
    private readonly HashSet<int> _passed = [];
    private readonly HashSet<int> _lockedAnew = [];

    public RewoundPast(IEnumerable<HistoryEvent> history)
    {
        HashSet<int> numbers = [];
        foreach (HistoryEvent e in history.Where(e => e.IsDecision))
        {
            NextTask = Math.Max(NextTask, e.TaskId + 1);
            bool isCall = e.TaskId != HistoryEvent.NoTask && e.Kind != HistoryEventKind.TimerCanceled;
            if (e.Details?.InPlaceOf is { } former)
            {
                _lockedAnew.Add(former);
            }
            else if (e.Kind != HistoryEventKind.ExecutionCompleted && (!isCall || numbers.Add(e.TaskId)))
            {
                Queue(e.Kind, e.Name, e.Target).Enqueue(e);
            }
        }
    }

    /// <summary>The first number that no call has had.</summary>
    public int NextTask { get; private set; }

    /// <summary>The calls that the code made, by their numbers.</summary>
    public IReadOnlyDictionary<int, HistoryEvent> Made => _made;

    /// <summary>Whether an event is masked: failures, what ended or rewound the execution, and the locks of a critical section that was entered anew.</summary>
    public bool IsMasked(HistoryEvent e) => e.Kind is HistoryEventKind.ActivityFailed or HistoryEventKind.SubOrchestrationFailed
        or HistoryEventKind.EntityCallFailed or HistoryEventKind.ExecutionRewound or HistoryEventKind.ExecutionTerminated
        || (e.Kind == HistoryEventKind.EntityLockGranted && _lockedAnew.Contains(e.TaskId));

    /// <summary>The number of a call that the code is about to make.</summary>
    public int Number(HistoryEventKind kind, string? name, string? target)
    {
        HistoryEvent? recorded;
        do
        {
            if (!Queue(kind, name, target).TryDequeue(out recorded))
            {
                return NextTask++;
            }
        }
        while (_passed.Contains(recorded.TaskId));

        _made[recorded.TaskId] = recorded;
        return recorded.TaskId;
    }

    /// <summary>Notes a decision that the code makes.</summary>
    /// <returns>True when it was carried out before the execution was rewound.</returns>
    public bool Decide(HistoryEvent decision)
    {
        if (decision.TaskId == HistoryEvent.NoTask || decision.Kind == HistoryEventKind.TimerCanceled)
        {
            return Queue(decision.Kind, decision.Name, decision.Target).TryDequeue(out _);
        }

        return _made.ContainsKey(decision.TaskId);
    }

    /// <summary>Notes an outcome that came before the code made its call: the call is none that the code makes later.</summary>
    public void Pass(int task) => _passed.Add(task);

    /// <summary>What granted the lock that the code asked for last, among what is not masked yet.</summary>
    public HistoryEvent? LastGrant(IEnumerable<HistoryEvent> history, IReadOnlySet<HistoryEvent> masked) => history.LastOrDefault(e =>
        e.Kind == HistoryEventKind.EntityLockGranted && !masked.Contains(e)
        && _made.TryGetValue(e.TaskId, out HistoryEvent? call) && call.Kind == HistoryEventKind.EntityLockRequested);

    /// <summary>Follows a call that was made again under another number when the execution was rewound before.</summary>
    public void Renumber(int task, int next)
    {
        if (_made.Remove(task, out HistoryEvent? call))
        {
            _made[next] = call;
        }
    }

    // Names of activities and events ignore case, and so does a replay.
    private Queue<HistoryEvent> Queue(HistoryEventKind kind, string? name, string? target)
    {
        ref Queue<HistoryEvent>? queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_recorded, (kind, name?.ToUpperInvariant(), target), out _);
        return queue ??= [];
    }
}
