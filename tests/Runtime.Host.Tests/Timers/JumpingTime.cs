using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Host.Timers;

/// <summary>A clock that moves on by itself, once, just before a timer of a certain length is set: as on a machine that falls asleep there.</summary>
internal sealed class JumpingTime(VirtualTime inner, TimeSpan timer, TimeSpan jump) : TimeProvider
{
    private int _jumped;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == timer && Interlocked.Exchange(ref _jumped, 1) == 0)
        {
            inner.Advance(jump);
        }

        return inner.CreateTimer(callback, state, dueTime, period);
    }
}
