using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>
/// Makes a timeline of a history. Times are those of turns: an activity's span ends when its result was taken in. A history does not say which calls are attempts of one: a
/// call of the same name that is made when another one has failed, at once or when a timer of that turn has fired, counts as the next attempt.
/// </summary>
internal sealed class TimelineBuilder
{
    private readonly List<TimelineCall> _calls = [];
    private readonly List<TimelineMark> _marks = [];
    private readonly Dictionary<int, TimelineCall> _byTask = [];
    private readonly List<TimelineCall> _failed = [];
    private readonly Dictionary<int, TimelineCall> _afterTimer = [];
    private DateTimeOffset _turn;
    private DateTimeOffset? _started;
    private DateTimeOffset? _ended;

    public static Timeline Build(IEnumerable<HistoryRow> rows)
    {
        TimelineBuilder builder = new();
        foreach (HistoryRow row in rows)
        {
            builder.Add(row.Sequence, row.Event);
        }

        List<TimelineSpan> spans = [.. builder._calls.Where(call => !call.IsPart).Select(builder.Span)];
        return new Timeline { Started = builder._started, Ended = builder._ended, Total = spans.Count, Spans = spans, Marks = builder._marks };
    }

    private void Add(long sequence, HistoryEvent e)
    {
        switch (e.Kind)
        {
            case HistoryEventKind.TurnStarted:
                _turn = e.Time ?? _turn;
                _failed.Clear();
                break;
            case HistoryEventKind.ExecutionStarted:
                _started = _turn;
                break;
            case HistoryEventKind.ExecutionCompleted or HistoryEventKind.ContinuedAsNew:
                _ended = _turn;
                break;
            case HistoryEventKind.ActivityScheduled or HistoryEventKind.SubOrchestrationScheduled or HistoryEventKind.EntityCalled or HistoryEventKind.TimerCreated
                or HistoryEventKind.EntityLockRequested:
                Begin(sequence, e);
                break;
            case HistoryEventKind.EventRaised or HistoryEventKind.EventSent or HistoryEventKind.EntitySignaled:
                Moment(sequence, e);
                break;
            case HistoryEventKind.EntityLockReleased:
                Release(sequence);
                break;
            case HistoryEventKind.ExecutionSuspended or HistoryEventKind.ExecutionResumed or HistoryEventKind.ExecutionTerminated or HistoryEventKind.ExecutionRewound
                or HistoryEventKind.ExecutionForked:
                Mark(sequence, e.Kind);
                break;
            default:
                End(sequence, e);
                break;
        }
    }

    private void Begin(long sequence, HistoryEvent e)
    {
        TimelineCall call = new(e, sequence, _turn);
        if (e.Details?.InPlaceOf is { } former && former != e.TaskId && _byTask.TryGetValue(former, out TimelineCall? before))
        {
            Follow(before, call);
        }
        else if (e.Kind == HistoryEventKind.TimerCreated)
        {
            if (_failed.Find(failed => failed.Next is null && !_afterTimer.ContainsValue(failed)) is { } waits)
            {
                _afterTimer[e.TaskId] = waits;
            }
        }
        else if (_failed.Find(failed => failed.Next is null && IsSame(failed.Made, e)) is { } again)
        {
            Follow(again, call);
        }

        _byTask[e.TaskId] = call;
        _calls.Add(call);
    }

    private void Follow(TimelineCall before, TimelineCall call)
    {
        before.Next = call;
        call.IsPart = true;
        if (before.State == TimelineStates.Open)
        {
            before.State = TimelineStates.Canceled;
            before.End = _turn;
        }

        foreach ((int timer, TimelineCall failed) in _afterTimer)
        {
            if (ReferenceEquals(failed, before) && _byTask.TryGetValue(timer, out TimelineCall? between))
            {
                between.IsPart = true;
            }
        }
    }

    private static bool IsSame(HistoryEvent one, HistoryEvent other) =>
        one.Kind == other.Kind && string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase) && one.Target == other.Target;

    private void Moment(long sequence, HistoryEvent e) => _calls.Add(new TimelineCall(e, sequence, _turn) { State = TimelineStates.Completed, End = _turn });

    private void Release(long sequence)
    {
        if (_calls.FindLast(call => call.Made.Kind == HistoryEventKind.EntityLockRequested && call.State == TimelineStates.Open) is { } held)
        {
            Close(held, sequence, TimelineStates.Completed, null);
        }
    }

    private void Mark(long sequence, HistoryEventKind kind)
    {
        _marks.Add(new TimelineMark(kind.ToString()["Execution".Length..].ToLowerInvariant(), _turn, sequence));
        if (kind == HistoryEventKind.ExecutionRewound)
        {
            _ended = null;
        }
    }

    private void End(long sequence, HistoryEvent e)
    {
        if (!_byTask.TryGetValue(e.TaskId, out TimelineCall? call) || call.State != TimelineStates.Open)
        {
            return;
        }

        switch (e.Kind)
        {
            case HistoryEventKind.EntityLockGranted:
                call.Granted = _turn;
                break;
            case HistoryEventKind.TimerCanceled:
                Close(call, sequence, TimelineStates.Canceled, null);
                break;
            case HistoryEventKind.ActivityFailed or HistoryEventKind.SubOrchestrationFailed or HistoryEventKind.EntityCallFailed:
                Close(call, sequence, TimelineStates.Failed, e.Details?.Failure?.ErrorMessage);
                _failed.Add(call);
                break;
            default:
                Close(call, sequence, TimelineStates.Completed, null);
                if (e.Kind == HistoryEventKind.TimerFired && _afterTimer.TryGetValue(e.TaskId, out TimelineCall? failed))
                {
                    _failed.Add(failed);
                }

                break;
        }
    }

    private void Close(TimelineCall call, long sequence, string state, string? error)
    {
        call.State = state;
        call.End = _turn;
        call.Ended = sequence;
        call.Error = error is null ? null : Http.Cutting.To(error, 512);
    }

    private TimelineSpan Span(TimelineCall first)
    {
        List<TimelineCall> attempts = [.. first.Attempts()];
        TimelineCall last = attempts[^1];
        bool leftOpen = last.State == TimelineStates.Open && _ended is not null;
        HistoryEvent made = first.Made;
        return new TimelineSpan
        {
            Task = made.TaskId,
            Kind = KindOf(made.Kind),
            Name = made.Name,
            Target = last.Made.Target,
            State = leftOpen ? TimelineStates.Canceled : last.State,
            Start = first.Start,
            End = leftOpen ? _ended : last.End,
            Due = made.Kind == HistoryEventKind.TimerCreated ? last.Made.Time : null,
            Granted = first.Granted,
            Scheduled = first.Scheduled,
            Ended = last.Ended,
            Error = last.Error,
            Attempts = attempts.Count == 1 ? null : [.. attempts.Select(Attempt)],
            Fork = ForkAnswer.Of(made.Kind, last.Ended ?? last.Scheduled),
        };
    }

    private static TimelineAttempt Attempt(TimelineCall call) => new()
    {
        Task = call.Made.TaskId,
        Start = call.Start,
        End = call.End,
        State = call.State,
        Error = call.Error,
        Scheduled = call.Scheduled,
        Ended = call.Ended,
    };

    private static string KindOf(HistoryEventKind kind) => kind switch
    {
        HistoryEventKind.ActivityScheduled => "activity",
        HistoryEventKind.SubOrchestrationScheduled => "subOrchestration",
        HistoryEventKind.TimerCreated => "timer",
        HistoryEventKind.EventRaised => "event",
        HistoryEventKind.EventSent => "eventSent",
        HistoryEventKind.EntityCalled => "entityCall",
        HistoryEventKind.EntitySignaled => "entitySignal",
        HistoryEventKind.EntityLockRequested => "lock",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
