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

    private static readonly string SelectStartSql =
        Columns + $" WHERE target = $1 AND execution = $2 AND kind IN ({(int)HistoryEventKind.ExecutionStarted}, {(int)HistoryEventKind.ExecutionRewound})";

    public static void Insert(JournalSession session, InboxMessage m) =>
        session.Execute(
            InsertSql, m.Id, m.Target, m.Execution, JournalText.Time(m.VisibleAt), (int)m.Event.Kind, m.Event.TaskId, m.Event.Name,
            JournalText.Time(m.Event.Time), PayloadTable.Put(session, m.Event.Payload), JournalText.Details(m.Event.Details));

    /// <returns>False when there is none: it has been taken in, or its instance was removed.</returns>
    public static bool Delete(JournalSession session, long id) => session.Execute("DELETE FROM inbox WHERE id = $1", id) > 0;

    public static bool Has(JournalSession session, long id) => session.Scalar("SELECT 1 FROM inbox WHERE id = $1", id) is not null;

    /// <summary>Removes what waits for an instance, except for granted locks: somebody must still give those back.</summary>
    public static void DeleteTarget(JournalSession session, string target) =>
        session.Execute($"DELETE FROM inbox WHERE target = $1 AND kind <> {(int)HistoryEventKind.EntityLockGranted}", target);

    /// <summary>Removes failures of sub-orchestrations on their way to an execution that is rewound: those are taken up under the same numbers.</summary>
    public static void DeleteFailures(JournalSession session, string target, long execution) =>
        session.Execute($"DELETE FROM inbox WHERE target = $1 AND execution = $2 AND kind = {(int)HistoryEventKind.SubOrchestrationFailed}", target, execution);

    /// <summary>How many messages wait for an instance or entity that could be taken in by now.</summary>
    public static int CountFor(JournalSession session, string target, DateTimeOffset now) =>
        (int)(long)session.Scalar("SELECT COUNT(*) FROM inbox WHERE target = $1 AND (visible IS NULL OR visible <= $2)", target, now.UtcTicks)!;

    public static List<InboxMessage> ReadAll(JournalSession session) => session.Query(SelectAllSql, Map);

    /// <summary>The message that starts or rewinds an execution, as long as it has not been taken in.</summary>
    public static InboxMessage? ReadStart(JournalSession session, string target, long execution) =>
        session.Query(SelectStartSql, Map, target, execution).FirstOrDefault();

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
