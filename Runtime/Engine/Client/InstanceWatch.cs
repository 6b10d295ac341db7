using System.Collections.Concurrent;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiters = new(StringComparer.Ordinal);
    private volatile bool _closed;

    /// <summary>A task that ends at the instance's next change. Take it first, then look at the instance, then wait.</summary>
    public Task NextChange(string instance)
    {
        Task change = _waiters.GetOrAdd(instance, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        if (_closed)
        {
            Close();
        }

        return change;
    }

    public void Changed(string instance)
    {
        if (!_waiters.IsEmpty && _waiters.TryRemove(instance, out TaskCompletionSource? waiter))
        {
            waiter.TrySetResult();
        }
    }

    /// <summary>Nothing changes any more: whoever waits is told so, instead of waiting for ever.</summary>
    public void Close()
    {
        _closed = true;
        foreach (string instance in _waiters.Keys)
        {
            if (_waiters.TryRemove(instance, out TaskCompletionSource? waiter))
            {
                waiter.TrySetException(new OperationCanceledException("The engine has stopped."));
            }
        }
    }
}
