using Microsoft.Data.Sqlite;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>The events of every execution, appended and never changed.</summary>
internal static class HistoryTable
{
    private const string InsertSql = """
        INSERT INTO history(execution, sequence, kind, task, name, target, time, payload, details)
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private static readonly string SelectSql = $"""
        SELECT kind, task, name, target, time, {JournalText.Payload("history.payload")}, details, sequence
        FROM history WHERE execution = $1 ORDER BY sequence
        """;

    private static readonly string SelectOneSql = $"""
        SELECT kind, task, name, target, time, {JournalText.Payload("history.payload")}, details, sequence
        FROM history WHERE execution = $1 AND sequence = $2
        """;

    private static readonly string SelectStartSql = $"""
        SELECT kind, task, name, target, time, NULL, details, sequence
        FROM history WHERE execution = $1 AND kind = {(int)HistoryEventKind.ExecutionStarted} ORDER BY sequence LIMIT 1
        """;

    public static void Append(JournalSession session, long execution, long sequence, HistoryEvent e) =>
        session.Execute(
            InsertSql, execution, sequence, (int)e.Kind, e.TaskId, e.Name, e.Target,
            JournalText.Time(e.Time), PayloadTable.Put(session, e.Payload), JournalText.Details(e.Details));

    public static List<HistoryEvent> Read(JournalSession session, long execution) =>
        session.Query(SelectSql, Map, execution);

    public static HistoryEvent? ReadOne(JournalSession session, long execution, long sequence) =>
        session.Query(SelectOneSql, Map, execution, sequence).FirstOrDefault();

    /// <summary>The event that an execution was started with, or null when it has not been taken in.</summary>
    public static HistoryEvent? ReadStart(JournalSession session, long execution) =>
        session.Query(SelectStartSql, Map, execution).FirstOrDefault();

    /// <summary>The histories of all executions of an instance, oldest first, or null when there is no such instance.</summary>
    public static InstanceHistoryDocument? Export(JournalSession session, string instanceId) =>
        InstanceTable.Read(session, instanceId, full: false) is not { } head ? null : new InstanceHistoryDocument
        {
            InstanceId = instanceId,
            Name = head.Name,
            Executions = [.. session
                .Query("SELECT id FROM executions WHERE instance = $1 ORDER BY id", row => row.GetInt64(0), instanceId)
                .Select(execution => new ExecutionHistory(execution, Read(session, execution)))],
        };

    private static HistoryEvent Map(SqliteDataReader row) => new()
    {
        Kind = (HistoryEventKind)row.GetInt32(0),
        TaskId = row.GetInt32(1),
        Name = JournalText.TextAt(row, 2),
        Target = JournalText.TextAt(row, 3),
        Time = JournalText.TimeAt(row, 4),
        Payload = JournalText.TextAt(row, 5),
        Details = JournalText.Details(JournalText.TextAt(row, 6)),
    };
}
