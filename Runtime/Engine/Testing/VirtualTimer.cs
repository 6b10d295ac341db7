namespace Workflows.Runtime.Engine.Testing;

/// <summary>A timer of a <see cref="VirtualTime"/>. What changes is guarded by the clock.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state, bool isEngines) : ITimer
{
    private static readonly ContextCallback RingInContext = static timer => ((VirtualTimer)timer!).Call();
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>The unit of work that made it, or null.</summary>
    public WorkUnit? Owner { get; } = WorkUnit.Current;

    /// <summary>True for the timer of an engine, which also rings when nothing is due.</summary>
    public bool IsEngines => isEngines;

    public bool IsPending { get; set; }

    public bool IsDisposed { get; set; }

    public long Due { get; set; }

    public long Order { get; set; }

    public TimeSpan Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => time.Change(this, dueTime, period);

    public void Ring()
    {
        if (_context is null)
        {
            Call();
            return;
        }

        ExecutionContext.Run(_context, RingInContext, this);
    }

    public void Dispose() => time.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
