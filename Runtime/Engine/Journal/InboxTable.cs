using Microsoft.Data.Sqlite;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>Messages that have been sent and not yet taken in by a committed turn.</summary>
internal static class InboxTable
{
    private const string InsertSql = """
        INSERT INTO inbox(id, target, execution, visible, kind, task, name, time, payload, details)
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private static readonly string Columns = $"""
        SELECT id, target, execution, visible, kind, task, name, time, {JournalText.Payload("inbox.payload")}, details FROM inbox
        """;

    private static readonly string SelectAllSql = Columns + " ORDER BY id";

    public static void Insert(JournalSession session, InboxMessage m) =>
        session.Execute(
            InsertSql, m.Id, m.Target, m.Execution, JournalText.Time(m.VisibleAt), (int)m.Event.Kind, m.Event.TaskId, m.Event.Name,
            JournalText.Time(m.Event.Time), PayloadTable.Put(session, m.Event.Payload), JournalText.Details(m.Event.Details));

    public static void Delete(JournalSession session, long id) => session.Execute("DELETE FROM inbox WHERE id = $1", id);

    public static void DeleteTarget(JournalSession session, string target) => session.Execute("DELETE FROM inbox WHERE target = $1", target);

    public static List<InboxMessage> ReadAll(JournalSession session) => session.Query(SelectAllSql, Map);

    public static long LastId(JournalSession session) => session.Scalar("SELECT max(id) FROM inbox") as long? ?? 0;

    private static InboxMessage Map(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetInt64(2),
        new HistoryEvent
        {
            Kind = (HistoryEventKind)row.GetInt32(4),
            TaskId = row.GetInt32(5),
            Name = JournalText.TextAt(row, 6),
            Time = JournalText.TimeAt(row, 7),
            Payload = JournalText.TextAt(row, 8),
            Details = JournalText.Details(JournalText.TextAt(row, 9)),
        },
        JournalText.TimeAt(row, 3));
}
