namespace Workflows.Runtime.Engine.Client;

/// <summary>The next change of an instance, and who waits for it. Each who has it leaves it by disposing of it; the last one takes it out of the watch.</summary>
/// <param name="waitBegan">Called when somebody begins to wait.</param>
/// <param name="left">Called when nobody has it any more.</param>
internal sealed class InstanceChange(Action? waitBegan, Action<InstanceChange> left) : IDisposable
{
    private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<WorkUnit?> _waiters = [];
    private int _holders;
    private bool _isLeft;

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

    /// <returns>False when the last one has left it: there is another one, or will be.</returns>
    public bool TryJoin()
    {
        lock (_gate)
        {
            if (!_isLeft)
            {
                _holders++;
            }

            return !_isLeft;
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

    public void Dispose()
    {
        bool isLast;
        lock (_gate)
        {
            isLast = _isLeft = --_holders == 0;
        }

        if (isLast)
        {
            left(this);
        }
    }
}
