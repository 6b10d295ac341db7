using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Events raised to an instance: the first one of a name goes to the first that waits for it, others are kept. Names ignore case.</summary>
/// <param name="hasAccess">Whether the caller is where the orchestrator's code runs.</param>
internal sealed class ExternalEvents(Func<bool> hasAccess)
{
    private readonly Dictionary<string, LinkedList<TaskCompletionSource<string?>>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<string?>> _kept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True while somebody waits for any event.</summary>
    public bool HasWaiters => _waiters.Count > 0;

    /// <summary>The names that are waited for.</summary>
    public IEnumerable<string> WaitedFor => _waiters.Keys;

    public void Raise(string name, string? payload)
    {
        if (_waiters.TryGetValue(name, out LinkedList<TaskCompletionSource<string?>>? list))
        {
            TaskCompletionSource<string?> first = list.First!.Value;
            Remove(name, list, list.First);
            first.TrySetResult(payload);
            return;
        }

        if (!_kept.TryGetValue(name, out Queue<string?>? queue))
        {
            _kept.Add(name, queue = []);
        }

        queue.Enqueue(payload);
    }

    public Task<string?> WaitAsync(string name, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<string?>(cancellationToken);
        }

        if (_kept.TryGetValue(name, out Queue<string?>? queue))
        {
            string? payload = queue.Dequeue();
            if (queue.Count == 0)
            {
                _kept.Remove(name);
            }

            return Task.FromResult(payload);
        }

        if (!_waiters.TryGetValue(name, out LinkedList<TaskCompletionSource<string?>>? list))
        {
            _waiters.Add(name, list = []);
        }

        TaskCompletionSource<string?> waiter = new();
        LinkedListNode<TaskCompletionSource<string?>> node = list.AddLast(waiter);
        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.Register(() =>
            {
                if (!hasAccess())
                {
                    return;
                }

                if (node.List is { } owner)
                {
                    Remove(name, owner, node);
                }

                waiter.TrySetCanceled(cancellationToken);
            });
        }

        return waiter.Task;
    }

    /// <summary>What nobody has waited for, in the order in which it was raised for each name.</summary>
    public IEnumerable<CarriedEvent> Kept() => _kept.SelectMany(entry => entry.Value.Select(payload => new CarriedEvent(entry.Key, payload)));

    private void Remove(string name, LinkedList<TaskCompletionSource<string?>> list, LinkedListNode<TaskCompletionSource<string?>> node)
    {
        list.Remove(node);
        if (list.Count == 0)
        {
            _waiters.Remove(name);
        }
    }
}
