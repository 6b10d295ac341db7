namespace Workflows.Runtime.Host.Timers;

/// <summary>Every so long after the last run.</summary>
internal sealed class IntervalSchedule(TimeSpan interval) : ITimerSchedule
{
    public DateTimeOffset After(DateTimeOffset time) => DateTimeOffset.MaxValue - time < interval ? DateTimeOffset.MaxValue : time.ToUniversalTime() + interval;
}
