using System.Collections.Concurrent;

namespace Workflows.Runtime.Engine.Timers;

/// <summary>The durable timers of executions, by their numbers, so that each can be cancelled.</summary>
internal sealed class ArmedTimers(TimerQueue queue)
{
    private readonly ConcurrentDictionary<(long Execution, int TaskId), TimerEntry> _entries = [];

    public int Count => _entries.Count;

    public void Arm(long execution, int task, DateTimeOffset due, Action fire)
    {
        TimerEntry entry = queue.Add(due, () =>
        {
            _entries.TryRemove((execution, task), out _);
            fire();
        });
        _entries[(execution, task)] = entry;
        if (entry.IsDone)
        {
            _entries.TryRemove((execution, task), out _);
        }
    }

    public void Cancel(long execution, int task)
    {
        if (_entries.TryRemove((execution, task), out TimerEntry? entry))
        {
            queue.Cancel(entry);
        }
    }
}
