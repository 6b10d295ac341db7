namespace Workflows.Runtime.Host.Lifetime;

/// <summary>Counts the activities that run. Once it is closed those that run may end, and those that come wait for the engine to stop: they run at the next start.</summary>
internal sealed class ActivityGate
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _closed;

    /// <summary>How many run now.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
            {
                return _running;
            }
        }
    }

    /// <summary>Runs an activity, or has it wait for its cancellation when the gate is closed.</summary>
    /// <exception cref="OperationCanceledException">It was not begun.</exception>
    public async Task<object?> RunAsync(Func<Task<object?>> activity, CancellationToken cancellationToken)
    {
        if (!TryEnter())
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        try
        {
            return await activity();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Lets no more in.</summary>
    /// <returns>Ends when none runs any more.</returns>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            if (_running == 0)
            {
                _idle.TrySetResult();
            }
        }

        return _idle.Task;
    }

    private bool TryEnter()
    {
        lock (_lock)
        {
            _running += _closed ? 0 : 1;
            return !_closed;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _running--;
            if (_closed && _running == 0)
            {
                _idle.TrySetResult();
            }
        }
    }
}
