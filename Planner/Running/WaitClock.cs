namespace Workflows.Planner.Running;

/// <summary>
/// The clock of those who do nothing but wait while they have a timer set. It counts them, so that whoever moves the clock beneath knows that
/// they wait, and need not guess it from their silence.
/// </summary>
internal sealed class WaitClock(TimeProvider inner) : TimeProvider
{
    private int _waiting;

    /// <summary>Raised when one more waits.</summary>
    public event Action? Waits;

    /// <summary>How many wait now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new WaitTimer(this, inner, callback, state, dueTime, period);

    internal void Begin()
    {
        Interlocked.Increment(ref _waiting);
        Waits?.Invoke();
    }

    internal void End() => Interlocked.Decrement(ref _waiting);
}
