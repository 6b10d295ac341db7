using System.Globalization;

namespace Workflows.Runtime.Host.Timers;

/// <summary>
/// Reads the schedules of timer functions. The parser is this project's own: the registries it is developed against carry no
/// library for them.
/// </summary>
internal static class TimerSchedules
{
    private const int LongestText = 1000;

    /// <param name="text">Six fields (five: the seconds are 0), or a time span.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public static ITimerSchedule Parse(string text)
    {
        if (text.Length > LongestText)
        {
            throw new FormatException($"it is longer than {LongestText} characters.");
        }

        string[] fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length switch
        {
            6 => new CronSchedule(fields),
            5 => new CronSchedule(["0", .. fields]),
            1 when fields[0].Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(fields[0], CultureInfo.InvariantCulture, out TimeSpan interval) => Interval(interval),
            _ => throw new FormatException("it is neither six fields (seconds, minutes, hours, day of the month, month, day of the week) nor a time span such as 00:15:00."),
        };
    }

    private static IntervalSchedule Interval(TimeSpan interval) =>
        interval >= TimeSpan.FromSeconds(1) ? new IntervalSchedule(interval) : throw new FormatException("a time span must be a second at least.");
}
