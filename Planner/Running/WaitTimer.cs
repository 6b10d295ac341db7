namespace Workflows.Planner.Running;

/// <summary>A timer of a <see cref="WaitClock"/>: somebody waits from its setting until it rings or is disposed of.</summary>
internal sealed class WaitTimer : ITimer
{
    private readonly WaitClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _inner;
    private readonly Lock _gate = new();
    private bool _isCounted;

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
        lock (_gate)
        {
            Uncount();

            // Who is told that one more waits may move the clock at once: this timer has to be set from the time before. One that rings meanwhile is counted first.
            bool isSet = _inner.Change(dueTime, period);
            if (isSet && dueTime > TimeSpan.Zero)
            {
                _isCounted = true;
                _clock.Begin();
            }

            return isSet;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Uncount();
            _inner.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Ring(object? ignored)
    {
        lock (_gate)
        {
            Uncount();
        }

        _callback(_state);
    }

    private void Uncount()
    {
        if (_isCounted)
        {
            _isCounted = false;
            _clock.End();
        }
    }
}
