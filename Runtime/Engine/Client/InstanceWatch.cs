using System.Collections.Concurrent;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceWatch
{
    private readonly ConcurrentDictionary<string, InstanceChange> _changes = new(StringComparer.Ordinal);
    private volatile Exception? _closed;

    /// <summary>Raised when somebody begins to wait.</summary>
    public event Action? WaitBegan;

    /// <summary>Who waits now for a change that has not come: each the unit of work that waits, or null for one outside of the engine's work.</summary>
    public IEnumerable<WorkUnit?> Waiters => _changes.Values.SelectMany(change => change.Waiters);

    /// <summary>The instance's next change. Take it first, then look at the instance, then wait.</summary>
    public InstanceChange NextChange(string instance)
    {
        InstanceChange change = _changes.GetOrAdd(instance, static (_, watch) => new InstanceChange(watch.WaitBegan), this);
        if (_closed is { } why)
        {
            Close(why);
        }

        return change;
    }

    public void Changed(string instance)
    {
        if (!_changes.IsEmpty && _changes.TryRemove(instance, out InstanceChange? change))
        {
            change.Happen();
        }
    }

    /// <summary>Nothing changes any more: whoever waits is told so, instead of waiting for ever.</summary>
    /// <param name="why">What they are told.</param>
    public void Close(Exception why)
    {
        _closed ??= why;
        foreach (string instance in _changes.Keys)
        {
            if (_changes.TryRemove(instance, out InstanceChange? change))
            {
                change.Cancel(why);
            }
        }
    }
}
