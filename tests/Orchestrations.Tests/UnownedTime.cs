namespace Workflows.Orchestrations.Tests;

/// <summary>
/// A clock whose timers are nobody's: an activity that does real work under a timeout of this clock does not count as one that only waits for the clock beneath, which
/// would move on when the machine is busy. Timers run in the flow in which this was made.
/// </summary>
/// <param name="time">The clock beneath.</param>
internal sealed class UnownedTime(TimeProvider time) : TimeProvider
{
    private readonly ExecutionContext _outside = ExecutionContext.Capture()!;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer? timer = null;
        ExecutionContext.Run(_outside, _ => timer = time.CreateTimer(callback, state, dueTime, period), null);
        return timer!;
    }
}
