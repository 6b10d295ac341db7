namespace Workflows.Runtime.Engine;

/// <summary>Counts what the engine has in hand, so that a controlled clock can be moved exactly when nothing more happens without it.</summary>
internal sealed class WorkMeter
{
    private long _inHand;
    private TaskCompletionSource? _waiter;

    /// <summary>Raised whenever something is no longer in hand.</summary>
    public event Action? Left;

    public long InHand => Interlocked.Read(ref _inHand);

    public bool IsIdle => InHand == 0;

    /// <summary>True to have units begun. Default false: they cost an allocation each.</summary>
    public bool TracksUnits { get; set; }

    public void Enter() => Interlocked.Increment(ref _inHand);

    public void Leave()
    {
        if (Interlocked.Decrement(ref _inHand) == 0)
        {
            Interlocked.Exchange(ref _waiter, null)?.TrySetResult();
        }

        Left?.Invoke();
    }

    /// <summary>Begins a unit of work in the caller's async method, or answers null when units are not tracked.</summary>
    public WorkUnit? BeginUnit() => TracksUnits ? WorkUnit.Begin(this) : null;

    /// <summary>Ends when the engine has nothing in hand. What was so may have changed when the caller goes on.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (!IsIdle)
        {
            TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiter = Interlocked.CompareExchange(ref _waiter, waiter, null) ?? waiter;
            if (IsIdle)
            {
                return;
            }

            await waiter.Task.WaitAsync(cancellationToken);
        }
    }
}
