using System.Collections.Concurrent;

namespace Workflows.Runtime.Engine;

/// <summary>Counts what the engine has in hand, so that a controlled clock can be moved exactly when nothing more happens without it.</summary>
internal sealed class WorkMeter
{
    private readonly ConcurrentDictionary<WorkUnit, byte> _units = [];
    private long _inHand;
    private TaskCompletionSource? _waiter;

    /// <summary>Raised whenever something is no longer in hand.</summary>
    public event Action? Left;

    public long InHand => Interlocked.Read(ref _inHand);

    public bool IsIdle => InHand == 0;

    /// <summary>True to have units begun. Default false: they cost something.</summary>
    public bool TracksUnits { get; set; }

    /// <summary>The units under way.</summary>
    public ICollection<WorkUnit> Units => _units.Keys;

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
    /// <param name="kind">What it is, in words.</param>
    /// <param name="name">Its name.</param>
    /// <param name="of">Whose it is.</param>
    public WorkUnit? BeginUnit(string kind, string? name, string of)
    {
        if (!TracksUnits)
        {
            return null;
        }

        WorkUnit unit = WorkUnit.Begin(this, name is null ? $"{kind} of '{of}'" : $"{kind} '{name}' of '{of}'");
        _units.TryAdd(unit, 0);
        return unit;
    }

    public bool IsUnderWay(WorkUnit unit) => _units.ContainsKey(unit);

    public void End(WorkUnit unit) => _units.TryRemove(unit, out _);

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
