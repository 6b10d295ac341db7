namespace Workflows.Runtime.Engine.Testing;

/// <summary>A virtual clock as the engine gets it: the engine's timers are marked as its own.</summary>
internal sealed class EngineTime(VirtualTime time) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.Create(callback, state, dueTime, period, isEngines: true);
}
