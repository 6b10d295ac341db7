using System.Numerics;

namespace Workflows.Runtime.Host.Timers;

/// <summary>
/// The times that match a six-field expression, in UTC. Both fields of days must match, as on the Functions host; in crontab(5) one
/// of them is enough.
/// </summary>
internal sealed class CronSchedule : ITimerSchedule
{
    private readonly ulong _seconds;
    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _days;
    private readonly ulong _months;
    private readonly ulong _weekdays;

    /// <param name="fields">Seconds, minutes, hours, day of the month, month, day of the week.</param>
    /// <exception cref="FormatException">A field cannot be read, or no day of any year matches.</exception>
    public CronSchedule(IReadOnlyList<string> fields)
    {
        _seconds = CronField.Seconds.Parse(fields[0]);
        _minutes = CronField.Minutes.Parse(fields[1]);
        _hours = CronField.Hours.Parse(fields[2]);
        _days = CronField.Days.Parse(fields[3]);
        _months = CronField.Months.Parse(fields[4]);
        _weekdays = CronField.Weekdays.Parse(fields[5]);

        // In the 400 years after which the calendar repeats itself every day of a leap year falls on every weekday.
        if (!Enumerable.Range(1, 12).Any(month => Has(_months, month) && First(_days, 1) <= DateTime.DaysInMonth(2000, month)))
        {
            throw new FormatException($"the day of the month field holds '{fields[3]}', a day that no month of the month field '{fields[4]}' has.");
        }
    }

    public DateTimeOffset After(DateTimeOffset time)
    {
        if (DateTimeOffset.MaxValue - time < TimeSpan.FromDays(1))
        {
            return DateTimeOffset.MaxValue;
        }

        DateTime from = time.UtcDateTime.AddTicks(TimeSpan.TicksPerSecond - (time.UtcTicks % TimeSpan.TicksPerSecond));
        DateOnly day = DateOnly.FromDateTime(from);
        TimeOnly? at = Matches(day) ? TimeFrom(from.Hour, from.Minute, from.Second) : null;
        while (at is null)
        {
            if (day == DateOnly.MaxValue)
            {
                return DateTimeOffset.MaxValue;
            }

            day = day.AddDays(1);
            at = Matches(day) ? TimeFrom(0, 0, 0) : null;
        }

        return new DateTimeOffset(day, at.Value, TimeSpan.Zero);
    }

    private static bool Has(ulong mask, int value) => (mask & (1UL << value)) != 0;

    /// <summary>The first allowed value from <paramref name="value"/> on; 64 or more when there is none.</summary>
    private static int First(ulong mask, int value) => value > 63 ? 64 : BitOperations.TrailingZeroCount(mask >> value << value);

    private bool Matches(DateOnly day) => Has(_months, day.Month) && Has(_days, day.Day) && Has(_weekdays, (int)day.DayOfWeek);

    private TimeOnly? TimeFrom(int hour, int minute, int second)
    {
        if (Has(_hours, hour))
        {
            if (Has(_minutes, minute) && First(_seconds, second) is < 60 and int s)
            {
                return new TimeOnly(hour, minute, s);
            }

            if (First(_minutes, minute + 1) is < 60 and int m)
            {
                return new TimeOnly(hour, m, First(_seconds, 0));
            }
        }

        return First(_hours, hour + 1) is < 24 and int h ? new TimeOnly(h, First(_minutes, 0), First(_seconds, 0)) : null;
    }
}
