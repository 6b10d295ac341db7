namespace Workflows.Runtime.Engine.Client;

/// <summary>The next change of an instance, and who waits for it.</summary>
/// <param name="waitBegan">Called when somebody begins to wait.</param>
internal sealed class InstanceChange(Action? waitBegan)
{
    private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<WorkUnit?> _waiters = [];

    /// <summary>The waiters: each the unit of work that waits, or null for one outside of the engine's work.</summary>
    public IReadOnlyList<WorkUnit?> Waiters
    {
        get
        {
            lock (_gate)
            {
                return [.. _waiters];
            }
        }
    }

    public async Task WaitAsync(CancellationToken cancellation)
    {
        WorkUnit? unit = WorkUnit.Current;
        lock (_gate)
        {
            _waiters.Add(unit);
        }

        waitBegan?.Invoke();
        try
        {
            await _changed.Task.WaitAsync(cancellation);
        }
        finally
        {
            lock (_gate)
            {
                _waiters.Remove(unit);
            }
        }
    }

    public void Happen() => _changed.TrySetResult();

    public void Cancel(Exception why) => _changed.TrySetException(why);
}
