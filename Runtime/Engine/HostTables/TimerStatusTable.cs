using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.HostTables;

/// <summary>The times of timer functions, a row each.</summary>
internal static class TimerStatusTable
{
    public const string Script = """
        CREATE TABLE IF NOT EXISTS host_timers(
            function TEXT PRIMARY KEY, last INTEGER, next INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID;

        """;

    public static TimerStatus? Read(JournalSession session, string function) =>
        session.Query(
            "SELECT last, next, updated FROM host_timers WHERE function = $1",
            row => new TimerStatus(JournalText.TimeAt(row, 0), JournalText.Time(row.GetInt64(1)), JournalText.Time(row.GetInt64(2))),
            function).FirstOrDefault();

    public static int Write(JournalSession session, string function, TimerStatus status) =>
        session.Execute(
            """
            INSERT INTO host_timers(function, last, next, updated) VALUES($1, $2, $3, $4)
            ON CONFLICT(function) DO UPDATE SET last = excluded.last, next = excluded.next, updated = excluded.updated
            """,
            function,
            JournalText.Time(status.Last),
            status.Next.UtcTicks,
            status.Updated.UtcTicks);
}
