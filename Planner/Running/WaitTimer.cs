namespace Workflows.Planner.Running;

/// <summary>A timer of a <see cref="WaitClock"/>: somebody waits from its setting until it rings or is disposed of.</summary>
internal sealed class WaitTimer : ITimer
{
    private readonly WaitClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _inner;
    private int _isSet;

    public WaitTimer(WaitClock clock, TimeProvider inner, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
        _inner = inner.CreateTimer(Ring, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Unset();
        if (dueTime != Timeout.InfiniteTimeSpan && Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            _clock.Begin();
        }

        return _inner.Change(dueTime, period);
    }

    public void Dispose()
    {
        Unset();
        _inner.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Ring(object? ignored)
    {
        Unset();
        _callback(_state);
    }

    private void Unset()
    {
        if (Interlocked.Exchange(ref _isSet, 0) == 1)
        {
            _clock.End();
        }
    }
}
