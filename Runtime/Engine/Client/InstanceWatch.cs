using System.Collections.Concurrent;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceWatch
{
    private readonly ConcurrentDictionary<string, InstanceChange> _changes = new(StringComparer.Ordinal);
    private volatile Exception? _closed;
    private long _version;

    /// <summary>Raised when somebody begins to wait.</summary>
    public event Action? WaitBegan;

    /// <summary>A number that grows with every change of any instance or entity.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Why nothing changes any more, or null while things change.</summary>
    public Exception? Closed => _closed;

    /// <summary>Something changed that nobody waits for: an entity, or an instance that has not begun.</summary>
    public void Touch() => Interlocked.Increment(ref _version);

    /// <summary>How many instances are watched.</summary>
    public int Count => _changes.Count;

    /// <summary>Who waits now for a change that has not come: each the unit of work that waits, or null for one outside of the engine's work.</summary>
    public IEnumerable<WorkUnit?> Waiters => _changes.Values.SelectMany(change => change.Waiters);

    /// <summary>The instance's next change. Take it first, then look at the instance, then wait; dispose of it in the end.</summary>
    public InstanceChange NextChange(string instance)
    {
        InstanceChange change;
        do
        {
            change = _changes.GetOrAdd(
                instance,
                static (id, watch) => new InstanceChange(watch.WaitBegan, left => watch._changes.TryRemove(KeyValuePair.Create(id, left))),
                this);
        }
        while (!change.TryJoin());

        if (_closed is { } why)
        {
            Close(why);
        }

        return change;
    }

    public void Changed(string instance)
    {
        Touch();
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
