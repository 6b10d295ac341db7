using System.Collections.Concurrent;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>Which activities run in this process, and since when.</summary>
internal sealed class RunningActivities
{
    private readonly ConcurrentDictionary<(long Execution, int Task), DateTimeOffset> _running = new();

    public void Began(ActivityWork work, DateTimeOffset now) => _running[(work.Execution, work.TaskId)] = now;

    public void Ended(ActivityWork work) => _running.TryRemove((work.Execution, work.TaskId), out _);

    /// <summary>Since when an activity runs; null: it does not, it waits to.</summary>
    public DateTimeOffset? SinceOf(long execution, int task) => _running.TryGetValue((execution, task), out DateTimeOffset since) ? since : null;
}
