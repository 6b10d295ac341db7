using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>
/// Events raised to an instance: one goes to the newest that waits for its name, so that a wait abandoned in a loop does not take what a later
/// one is for; others are kept in their order. Names ignore case.
/// </summary>
/// <param name="hasAccess">Whether the caller is where the orchestrator's code runs.</param>
internal sealed class ExternalEvents(Func<bool> hasAccess)
{
    private readonly Dictionary<string, LinkedList<EventWaiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<string?>> _kept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True while somebody waits for any event.</summary>
    public bool HasWaiters => _waiters.Count > 0;

    /// <summary>The names that are waited for.</summary>
    public IEnumerable<string> WaitedFor => _waiters.Keys;

    /// <summary>The names that are waited for, each since the time from which on somebody has.</summary>
    public IEnumerable<(string Name, DateTime Since)> Waits => _waiters.Select(entry => (entry.Key, entry.Value.First!.Value.Since));

    public void Raise(string name, string? payload)
    {
        if (_waiters.TryGetValue(name, out LinkedList<EventWaiter>? list))
        {
            EventWaiter newest = list.Last!.Value;
            Remove(name, list, list.Last);
            newest.Outcome.TrySetResult(payload);
            return;
        }

        if (!_kept.TryGetValue(name, out Queue<string?>? queue))
        {
            _kept.Add(name, queue = []);
        }

        queue.Enqueue(payload);
    }

    /// <summary>Waits for an event of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">As what the payload is read.</param>
    /// <param name="now">The orchestration's time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">An open wait for the name reads another type.</exception>
    public Task<string?> WaitAsync(string name, Type type, DateTime now, CancellationToken cancellationToken)
    {
        if (_waiters.TryGetValue(name, out LinkedList<EventWaiter>? list) && list.Last!.Value.Type != type)
        {
            throw new ArgumentException(
                $"The event '{name}' is waited for as {list.Last.Value.Type.FullName} already: wait for it as that type, not as {type.FullName}.", nameof(name));
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

        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<string?>(cancellationToken);
        }

        if (list is null)
        {
            _waiters.Add(name, list = []);
        }

        EventWaiter waiter = new(type, new TaskCompletionSource<string?>(), now);
        LinkedListNode<EventWaiter> node = list.AddLast(waiter);
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

                waiter.Outcome.TrySetCanceled(cancellationToken);
            });
        }

        return waiter.Outcome.Task;
    }

    /// <summary>What nobody has waited for, in the order in which it was raised for each name.</summary>
    public IEnumerable<CarriedEvent> Kept() => _kept.SelectMany(entry => entry.Value.Select(payload => new CarriedEvent(entry.Key, payload)));

    private void Remove(string name, LinkedList<EventWaiter> list, LinkedListNode<EventWaiter> node)
    {
        list.Remove(node);
        if (list.Count == 0)
        {
            _waiters.Remove(name);
        }
    }
}
