using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>The whole history in a data file, for comparing and checking.</summary>
internal sealed class SimHistory
{
    private static readonly HistoryEventKind[] Outcomes =
    [
        HistoryEventKind.ActivityCompleted, HistoryEventKind.ActivityFailed, HistoryEventKind.SubOrchestrationCompleted, HistoryEventKind.SubOrchestrationFailed,
        HistoryEventKind.TimerFired, HistoryEventKind.TimerCanceled, HistoryEventKind.EntityCallCompleted, HistoryEventKind.EntityCallFailed, HistoryEventKind.EntityLockGranted,
    ];

    private static readonly HistoryEventKind[] Ends = [HistoryEventKind.ExecutionCompleted, HistoryEventKind.ContinuedAsNew];

    private readonly SortedDictionary<(long Execution, long Sequence), (HistoryEventKind Kind, int Task, string Row)> _events = [];

    public SimHistory(JournalSession session)
    {
        session.Query(
            $"SELECT execution, sequence, kind, task, name, target, time, {JournalText.Payload("history.payload")}, details FROM history",
            row => (
                (row.GetInt64(0), row.GetInt64(1)),
                ((HistoryEventKind)row.GetInt32(2), row.GetInt32(3), string.Join('|', Enumerable.Range(2, 7).Select(i => row.IsDBNull(i) ? "" : row.GetValue(i).ToString())))))
            .ForEach(e => _events.Add(e.Item1, e.Item2));
    }

    public IEnumerable<long> Executions => _events.Keys.Select(key => key.Execution).Distinct();

    /// <summary>What the earlier reading has and this one has not, or has otherwise. Executions that were removed with their instance do not count.</summary>
    public IEnumerable<string> ChangedSince(SimHistory earlier)
    {
        HashSet<long> here = [.. Executions];
        return earlier._events.Where(e => here.Contains(e.Key.Execution))
            .Where(e => !_events.TryGetValue(e.Key, out var now) || now.Row != e.Value.Row)
            .Select(e => $"event {e.Key} was {e.Value.Row}");
    }

    /// <summary>What is wrong with the history of a run that is over.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var execution in _events.GroupBy(e => e.Key.Execution))
        {
            if (!execution.Select(e => e.Key.Sequence).SequenceEqual(Enumerable.Range(1, execution.Count()).Select(i => (long)i)))
            {
                yield return $"execution {execution.Key} has gaps";
            }

            foreach (var task in execution.Where(e => Outcomes.Contains(e.Value.Kind)).GroupBy(e => e.Value.Task).Where(g => g.Count() > 1))
            {
                yield return $"execution {execution.Key} has {task.Count()} outcomes of task {task.Key}: {string.Join(", ", task.Select(t => t.Value.Kind))}";
            }

            if (execution.Count(e => Ends.Contains(e.Value.Kind)) != 1 || !Ends.Contains(execution.Last().Value.Kind))
            {
                yield return $"execution {execution.Key} does not end once, with its last event";
            }
        }
    }
}
