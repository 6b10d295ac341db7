namespace Workflows.Runtime.Engine.Time;

/// <summary>
/// The engine's reading of its clock: it never goes back. When the clock is set back, the engine's time goes on from where it was,
/// at the pace of the clock's timestamps, until the clock has caught up.
/// </summary>
internal sealed class EngineClock(TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _last;
    private long _stamp = time.GetTimestamp();

    public DateTimeOffset Now()
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            long stamp = time.GetTimestamp();
            if (now < _last)
            {
                TimeSpan gone = time.GetElapsedTime(_stamp, stamp);
                now = gone > TimeSpan.Zero ? _last + gone : _last;
            }

            _stamp = stamp;
            return _last = now;
        }
    }
}
