using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.HostTables;

/// <summary>
/// Messages of all queues. Who takes one makes it invisible for a while and has it until then; a later taking ends an earlier one's
/// rights. <c>taken</c> tells a message that somebody works on from one that waits to be tried again.
/// </summary>
internal static class QueueTable
{
    public const string Script = """
        CREATE TABLE IF NOT EXISTS host_queue(
            id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL, inserted INTEGER NOT NULL,
            visible INTEGER NOT NULL, dequeued INTEGER NOT NULL DEFAULT 0, taken INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS host_queue_visible ON host_queue(queue, visible, id);

        """;

    public static int Put(JournalSession session, string queue, string body, DateTimeOffset now) =>
        session.Execute("INSERT INTO host_queue(queue, body, inserted, visible) VALUES($1, $2, $3, $3)", queue, body, now.UtcTicks);

    /// <summary>Takes up to <paramref name="max"/> visible messages, the longest visible first.</summary>
    public static List<QueueRow> Take(JournalSession session, string queue, int max, DateTimeOffset now, DateTimeOffset until)
    {
        List<QueueRow> rows = session.Query(
            "SELECT id, body, inserted, dequeued + 1 FROM host_queue WHERE queue = $1 AND visible <= $2 ORDER BY visible, id LIMIT $3",
            row => new QueueRow(row.GetInt64(0), row.GetString(1), JournalText.Time(row.GetInt64(2)), row.GetInt64(3)),
            queue,
            now.UtcTicks,
            max);
        foreach (QueueRow row in rows)
        {
            session.Execute("UPDATE host_queue SET visible = $2, dequeued = $3, taken = 1 WHERE id = $1", row.Id, until.UtcTicks, row.Dequeued);
        }

        return rows;
    }

    /// <summary>Takes one message, whoever has it.</summary>
    /// <returns>Null: it is not there.</returns>
    public static QueueRow? TakeOne(JournalSession session, string queue, long id, DateTimeOffset until) =>
        session.Execute("UPDATE host_queue SET visible = $3, dequeued = dequeued + 1, taken = 1 WHERE id = $1 AND queue = $2", id, queue, until.UtcTicks) == 0
            ? null
            : session.Query(
                "SELECT id, body, inserted, dequeued FROM host_queue WHERE id = $1",
                row => new QueueRow(row.GetInt64(0), row.GetString(1), JournalText.Time(row.GetInt64(2)), row.GetInt64(3)),
                id).FirstOrDefault();

    /// <summary>How many messages can be taken, how many not yet, and when the oldest was put.</summary>
    public static (long Ready, long Hidden, DateTimeOffset? Oldest) Count(JournalSession session, string queue, DateTimeOffset now) => session.Query(
        "SELECT COALESCE(SUM(visible <= $2), 0), COALESCE(SUM(visible > $2), 0), MIN(inserted) FROM host_queue WHERE queue = $1",
        row => (row.GetInt64(0), row.GetInt64(1), JournalText.TimeAt(row, 2)),
        queue,
        now.UtcTicks)[0];

    /// <summary>Messages in the order in which they were put, after one of them.</summary>
    public static List<(QueueRow Message, DateTimeOffset Visible, bool Taken)> List(JournalSession session, string queue, long after, int max) => session.Query(
        "SELECT id, body, inserted, dequeued, visible, taken FROM host_queue WHERE queue = $1 AND id > $2 ORDER BY id LIMIT $3",
        row => (new QueueRow(row.GetInt64(0), row.GetString(1), JournalText.Time(row.GetInt64(2)), row.GetInt64(3)), JournalText.Time(row.GetInt64(4)), row.GetInt64(5) != 0),
        queue,
        after,
        max);

    /// <summary>When the next message becomes visible, or has become so; null: the queue is empty.</summary>
    public static DateTimeOffset? NextVisible(JournalSession session, string queue) =>
        session.Scalar("SELECT min(visible) FROM host_queue WHERE queue = $1", queue) is long ticks ? JournalText.Time(ticks) : null;

    /// <returns>False: the taking has lapsed, the message belongs to another one or is gone.</returns>
    public static bool Delete(JournalSession session, long id, long dequeued) =>
        session.Execute("DELETE FROM host_queue WHERE id = $1 AND dequeued = $2 AND taken = 1", id, dequeued) > 0;

    /// <summary>Says when a taken message becomes visible; <paramref name="keep"/>: it stays taken until then.</summary>
    /// <returns>False: the taking has lapsed.</returns>
    public static bool SetVisible(JournalSession session, long id, long dequeued, DateTimeOffset visible, bool keep) =>
        session.Execute(
            "UPDATE host_queue SET visible = $3, taken = $4 WHERE id = $1 AND dequeued = $2 AND taken = 1", id, dequeued, visible.UtcTicks, keep ? 1 : 0) > 0;

    /// <summary>Makes a taken message a new one of another queue.</summary>
    /// <returns>False: the taking has lapsed.</returns>
    public static bool Move(JournalSession session, long id, long dequeued, string queue, DateTimeOffset now) =>
        session.Execute(
            "UPDATE host_queue SET queue = $3, visible = $4, inserted = $4, dequeued = 0, taken = 0 WHERE id = $1 AND dequeued = $2 AND taken = 1",
            id,
            dequeued,
            queue,
            now.UtcTicks) > 0;

    /// <summary>Makes all taken messages visible: for the start of the one process that may hold the file, whose predecessor took them.</summary>
    /// <returns>How many there were.</returns>
    public static int Reclaim(JournalSession session, DateTimeOffset now) =>
        session.Execute("UPDATE host_queue SET visible = $1, taken = 0 WHERE taken = 1", now.UtcTicks);
}
