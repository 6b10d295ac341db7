using System.Diagnostics.CodeAnalysis;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <content>
/// How an execution that failed is taken up again. Its history stays as it is; the event that rewinds it masks the failures before it.
/// The code runs from its start along what is left (<see cref="RewoundPast"/>), and what it waits for at the end is made once more.
/// A replay does the same again, so the decisions after that event are compared strictly like all others.
/// </content>
internal sealed partial class OrchestrationExecution
{
    private RewoundPast? _past;
    private IReadOnlyList<HistoryEvent>? _toRewind;
    private HashSet<string>? _children;

    /// <summary>True while the code is led along what was recorded before the execution was rewound.</summary>
    public bool IsLedAlong => _past is not null;

    /// <summary>
    /// The id of a sub-orchestration that its caller gave none: of those that <paramref name="draw"/> draws, the first that belongs to no other one. Paths that are masked
    /// had drawn some as well.
    /// </summary>
    public string ChildId(string name, string? payload, Func<string> draw)
    {
        string id = draw();
        while (_children?.Contains(id) == true && _past?.HasAlike(HistoryEventKind.SubOrchestrationScheduled, name, id, payload) != true)
        {
            id = draw();
        }

        return id;
    }

    [MemberNotNull(nameof(_code), nameof(_context))]
    private void Reset()
    {
        _context = new EngineOrchestrationContext(this, _services);
        _code = new OrchestratorCode(_services, _context, _wokenFromOutside);
        _started = null;
        _end = null;
        _held.Clear();
        IsSuspended = false;
    }

    /// <returns>Where to begin: what comes before an execution was rewound is looked at then.</returns>
    private int SkipToRewind(IReadOnlyList<HistoryEvent> history, bool isReopened)
    {
        int turn = history.Count;
        if (!isReopened)
        {
            while (turn > 0 && history[turn - 1].Kind != HistoryEventKind.ExecutionRewound)
            {
                turn--;
            }

            // Its turn began with the event before.
            turn = Math.Max(0, turn - 2);
        }

        if (turn > 0)
        {
            _toRewind = [.. history.Take(turn)];
            _started = _toRewind.First(e => e.Kind == HistoryEventKind.ExecutionStarted);
        }

        return turn;
    }

    /// <summary>Begins anew, led along what was recorded, and makes what failed or was under way once more.</summary>
    private void Rewind()
    {
        if (_end is not null || _toRewind is not { } history)
        {
            return;
        }

        _toRewind = null;
        bool replaying = IsReplaying;
        DateTimeOffset time = _turnTime;
        List<HistoryEvent> before = _decisions;
        HashSet<HistoryEvent> masked = new(ReferenceEqualityComparer.Instance);
        RewoundPast past = LeadAlong(history, masked);
        while (_end is null && _context.Entities.InCriticalSection() && past.LastGrant(history, masked) is { } grant)
        {
            // Its locks were freed when it ended: the critical section is entered once more.
            masked.Add(grant);
            past = LeadAlong(history, masked);
        }

        IsReplaying = replaying;
        _context.SetTime(time);
        _context.TellCustomStatus();
        _nextTask = past.NextTask;
        _decisions = [.. before, .. _decisions];
        if (_end is null)
        {
            foreach (int task in _context.OpenTasks.Where(past.Made.ContainsKey).Order().ToList())
            {
                MakeAgain(past.Made[task] with { TaskId = task });
            }
        }
    }

    private RewoundPast LeadAlong(IReadOnlyList<HistoryEvent> history, HashSet<HistoryEvent> masked)
    {
        Reset();
        _decisions = [];
        _past = new RewoundPast(history);
        _children = [.. history.Where(e => e.Kind == HistoryEventKind.SubOrchestrationScheduled).Select(e => e.Target!)];
        IsReplaying = true;
        foreach (HistoryEvent e in history)
        {
            if (e.IsDecision)
            {
                if (e.Details?.InPlaceOf is { } former && former != e.TaskId)
                {
                    _context.Renumber(former, e.TaskId);
                    _past.Renumber(former, e);
                }
            }
            else if (!_past.IsMasked(e) && !masked.Contains(e))
            {
                if (e.TaskId != HistoryEvent.NoTask && !IsOpen(e.TaskId))
                {
                    _past.Pass(e.TaskId);
                }

                Take(e);
            }
        }

        RewoundPast past = _past;
        _past = null;
        return past;
    }

    /// <summary>Makes a call once more: under a new number, so that a late outcome of the first time is told apart; a child keeps its own.</summary>
    private void MakeAgain(HistoryEvent call)
    {
        int number = call.Kind == HistoryEventKind.SubOrchestrationScheduled ? call.TaskId : _nextTask++;
        _context.Renumber(call.TaskId, number);
        _decisions.Add(call with { TaskId = number, Details = (call.Details ?? new EventDetails()) with { InPlaceOf = call.TaskId } });
    }
}
