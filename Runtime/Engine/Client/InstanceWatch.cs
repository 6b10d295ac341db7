using System.Collections.Concurrent;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiters = new(StringComparer.Ordinal);

    /// <summary>A task that ends at the instance's next change. Take it first, then look at the instance, then wait.</summary>
    public Task NextChange(string instance) =>
        _waiters.GetOrAdd(instance, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(string instance)
    {
        if (!_waiters.IsEmpty && _waiters.TryRemove(instance, out TaskCompletionSource? waiter))
        {
            waiter.SetResult();
        }
    }
}
