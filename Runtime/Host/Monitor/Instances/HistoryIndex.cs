using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>What belongs together in a history: the turn of each event, the call of each outcome, and what a rewind took back.</summary>
internal sealed class HistoryIndex
{
    private readonly Dictionary<long, HistoryRow> _callOf = [];
    private readonly List<(long Sequence, DateTimeOffset Time)> _turns = [];
    private readonly long _lastRewind;

    /// <param name="rows">The whole history, oldest first; payloads do not matter.</param>
    public HistoryIndex(IReadOnlyList<HistoryRow> rows)
    {
        Rows = rows;
        Dictionary<int, HistoryRow> calls = [];
        foreach (HistoryRow row in rows)
        {
            HistoryEvent e = row.Event;
            if (e.Kind == HistoryEventKind.TurnStarted)
            {
                _turns.Add((row.Sequence, e.Time ?? default));
            }
            else if (e.Kind == HistoryEventKind.ExecutionRewound)
            {
                _lastRewind = row.Sequence;
            }
            else if (e.TaskId == HistoryEvent.NoTask)
            {
                continue;
            }
            else if (e.IsDecision && e.Kind != HistoryEventKind.TimerCanceled)
            {
                calls[e.TaskId] = row;
            }
            else if (calls.TryGetValue(e.TaskId, out HistoryRow? call))
            {
                _callOf[row.Sequence] = call;
            }
        }
    }

    public IReadOnlyList<HistoryRow> Rows { get; }

    /// <summary>The call that an outcome answers.</summary>
    public HistoryRow? CallOf(HistoryRow outcome) => _callOf.GetValueOrDefault(outcome.Sequence);

    /// <summary>When the turn of an event was.</summary>
    public DateTimeOffset? TurnOf(long sequence)
    {
        int at = _turns.BinarySearch((sequence, DateTimeOffset.MaxValue));
        int turn = at < 0 ? ~at - 1 : at;
        return turn < 0 ? null : _turns[turn].Time;
    }

    /// <summary>Whether a rewind took an event back.</summary>
    public bool IsMasked(HistoryRow row) => row.Sequence < _lastRewind
        && row.Event.Kind is HistoryEventKind.ActivityFailed or HistoryEventKind.SubOrchestrationFailed or HistoryEventKind.EntityCallFailed or HistoryEventKind.ExecutionCompleted
            or HistoryEventKind.ExecutionTerminated;
}
