using Microsoft.Data.Sqlite;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Reads histories without their long payloads.</summary>
internal static class HistoryReader
{
    private static readonly string Payload = JournalText.Payload("history.payload");

    private static readonly string OneSql =
        $"SELECT sequence, kind, task, name, target, time, substr({Payload}, 1, $3), length({Payload}), details FROM history WHERE execution = $1 AND sequence = $2";

    private static readonly string BareColumns = "SELECT sequence, kind, task, name, target, time, NULL, NULL, details FROM history WHERE execution = $1";

    /// <summary>One event with the beginning of its payload.</summary>
    public static HistoryRow? One(JournalSession session, long execution, long sequence, int payloadLength) =>
        session.Query(OneSql, Map, execution, sequence, payloadLength).FirstOrDefault();

    /// <summary>The last event of a kind, without its payload.</summary>
    public static HistoryRow? Last(JournalSession session, long execution, HistoryEventKind kind) =>
        session.Query(BareColumns + " AND kind = $2 ORDER BY sequence DESC LIMIT 1", Map, execution, (int)kind).FirstOrDefault();

    /// <summary>All events of an execution, without payloads.</summary>
    public static List<HistoryRow> Bare(JournalSession session, long execution) => session.Query(BareColumns + " ORDER BY sequence", Map, execution);

    /// <summary>The executions of an instance, oldest first, with the number of events of each.</summary>
    public static List<ExecutionHead> Executions(JournalSession session, string instance) => session.Query(
        "SELECT id, started, (SELECT COALESCE(MAX(sequence), 0) FROM history WHERE execution = executions.id) FROM executions WHERE instance = $1 ORDER BY id",
        row => new ExecutionHead(row.GetInt64(0), JournalText.Time(row.GetInt64(1)), row.GetInt64(2)),
        instance);

    private static HistoryRow Map(SqliteDataReader row) => new(
        row.GetInt64(0),
        new HistoryEvent
        {
            Kind = (HistoryEventKind)row.GetInt32(1),
            TaskId = row.GetInt32(2),
            Name = JournalText.TextAt(row, 3),
            Target = JournalText.TextAt(row, 4),
            Time = JournalText.TimeAt(row, 5),
            Payload = JournalText.TextAt(row, 6),
            Details = JournalText.Details(JournalText.TextAt(row, 8)),
        },
        row.IsDBNull(7) ? null : row.GetInt32(7));
}
