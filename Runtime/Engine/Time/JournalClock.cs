using System.Globalization;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Time;

/// <summary>
/// The engine's clock. Its relation to the real one is kept in the data file, so that a scaled clock goes on after a restart as if
/// it had run all the time, and does not jump back when the scale changes.
/// </summary>
internal static class JournalClock
{
    private const string Key = "clock";

    public static TimeProvider Open(SqliteJournal journal, TimeProvider inner, double scale)
    {
        string? stored = journal.Read(session => session.Scalar("SELECT value FROM meta WHERE name = $1", Key) as string);
        if (stored is null && scale == 1)
        {
            return inner;
        }

        DateTimeOffset real = inner.GetUtcNow();
        DateTimeOffset start = stored is null ? real : Resume(stored, real);
        string value = string.Create(CultureInfo.InvariantCulture, $"{real.UtcTicks} {start.UtcTicks} {scale:R}");
        journal.CommitAsync(session => session.Execute(
            "INSERT INTO meta(name, value) VALUES($1, $2) ON CONFLICT(name) DO UPDATE SET value = excluded.value", Key, value)).GetAwaiter().GetResult();
        return new ScaledTimeProvider(inner, scale, start);
    }

    private static DateTimeOffset Resume(string stored, DateTimeOffset real)
    {
        string[] parts = stored.Split(' ');
        TimeSpan gone = real - JournalText.Time(long.Parse(parts[0], CultureInfo.InvariantCulture));
        gone = gone < TimeSpan.Zero ? TimeSpan.Zero : gone;
        return JournalText.Time(long.Parse(parts[1], CultureInfo.InvariantCulture)) + (gone * double.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
