namespace Workflows.Runtime.Host.Timers;

/// <summary>When a timer function is due.</summary>
internal interface ITimerSchedule
{
    /// <summary>The first time after <paramref name="time"/>, in UTC; the last representable instant when there is none.</summary>
    DateTimeOffset After(DateTimeOffset time);
}
