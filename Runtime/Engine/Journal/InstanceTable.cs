using Microsoft.Data.Sqlite;
using Workflows.Durable;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>The heads of all instances.</summary>
internal static class InstanceTable
{
    private static readonly string Ended = string.Join(
        ", ", new[] { OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated }.Select(status => (int)status));

    private const string InsertSql = """
        INSERT INTO instances(id, execution, name, version, status, created, updated, input, tags, parent, parent_execution)
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    // The status is in an index, which SQLite would write anew even for the same value.
    private const string AdvanceOnlySql = """
        UPDATE instances SET updated = $2, last_sequence = $3 WHERE id = $1
        """;

    private const string AdvanceSql = """
        UPDATE instances SET status = $2, updated = $3, last_sequence = $4 WHERE id = $1
        """;

    private const string EndSql = """
        UPDATE instances SET status = $2, updated = $3, last_sequence = $4, completed = $3, output = $5, failure = $6 WHERE id = $1
        """;

    private const string ReopenSql = """
        UPDATE instances SET status = $2, updated = $3, completed = NULL, output = NULL, failure = NULL WHERE id = $1
        """;

    private static readonly string EndedBeforeSql = $"""
        SELECT i.id FROM instances i WHERE +i.status IN ({Ended}) AND i.completed < $1
        AND NOT EXISTS (
            SELECT 1 FROM executions e JOIN instances p ON p.id = e.instance WHERE e.id = i.parent_execution AND p.status NOT IN ({Ended}))
        ORDER BY i.completed LIMIT $2
        """;

    private const string RenewSql = """
        UPDATE instances SET execution = $2, status = $3, updated = $4, last_sequence = 0, input = $5, version = $6 WHERE id = $1
        """;

    private static readonly string Head = """
        SELECT id, execution, name, version, status, created, updated, completed, failure, tags, parent, parent_execution, last_sequence,
        """;

    private static readonly string Body =
        $" {JournalText.Payload("instances.custom_status")}, {JournalText.Payload("instances.input")}, {JournalText.Payload("instances.output")} FROM instances";

    private static readonly string Light = $" {JournalText.Payload("instances.custom_status")}, NULL, NULL FROM instances";

    private static readonly string SelectFullSql = Head + Body + " WHERE id = $1";

    private static readonly string SelectLightSql = Head + Light + " WHERE id = $1";

    private static readonly string SelectRowSql = Head + Light + " WHERE rowid = $1";

    private static readonly string SelectChildrenSql =
        Head + Light + " WHERE parent_execution IN (SELECT e.id FROM executions e WHERE e.instance = $1)";

    public static InstanceRecord? Read(JournalSession session, string id, bool full) =>
        session.Query(full ? SelectFullSql : SelectLightSql, Map, id).FirstOrDefault();

    /// <summary>The head in a row of the table, without input and output; null when it is gone.</summary>
    public static InstanceRecord? ReadRow(JournalSession session, long row) => session.Query(SelectRowSql, Map, row).FirstOrDefault();

    /// <summary>The instances that an instance started as sub-orchestrations, in any of its executions.</summary>
    public static List<InstanceRecord> ReadChildren(JournalSession session, string parent) =>
        session.Query(SelectChildrenSql, Map, parent);

    /// <summary>Instances by a condition written by the caller, in the order of creation.</summary>
    public static List<InstanceRecord> List(JournalSession session, string where, IReadOnlyList<SqlValue> arguments, int count, bool full) =>
        session.QueryOnce($"{Head}{(full ? Body : Light)} WHERE {where} ORDER BY created, id LIMIT {count}", arguments, Map);

    public static void Insert(JournalSession session, InstanceRecord instance)
    {
        session.Execute("INSERT INTO executions(id, instance, started) VALUES($1, $2, $3)", instance.Execution, instance.Id, instance.Created.UtcTicks);
        session.Execute(
            InsertSql, instance.Id, instance.Execution, instance.Name, instance.Version, (int)instance.Status, instance.Created.UtcTicks,
            instance.Updated.UtcTicks, PayloadTable.Put(session, instance.Input), JournalText.Tags(instance.Tags), instance.Parent, instance.ParentExecution);
    }

    /// <param name="session">The open transaction.</param>
    /// <param name="id">Id of the instance.</param>
    /// <param name="status">The new status, or null when it stays as it is.</param>
    /// <param name="now">The time.</param>
    /// <param name="lastSequence">The end of its history.</param>
    public static void Advance(JournalSession session, string id, OrchestrationRuntimeStatus? status, DateTimeOffset now, long lastSequence)
    {
        if (status is { } changed)
        {
            session.Execute(AdvanceSql, id, (int)changed, now.UtcTicks, lastSequence);
        }
        else
        {
            session.Execute(AdvanceOnlySql, id, now.UtcTicks, lastSequence);
        }
    }

    public static void SetCustomStatus(JournalSession session, string id, string? customStatus) =>
        session.Execute("UPDATE instances SET custom_status = $2 WHERE id = $1", id, PayloadTable.Put(session, customStatus));

    public static void End(
        JournalSession session, string id, OrchestrationRuntimeStatus status, DateTimeOffset now, long lastSequence, string? output, TaskFailureDetails? failure) =>
        session.Execute(EndSql, id, (int)status, now.UtcTicks, lastSequence, PayloadTable.Put(session, output), JournalText.Failure(failure));

    /// <summary>Instances that ended before a time, oldest first, apart from those whose parent has not ended.</summary>
    public static List<string> ListEndedBefore(JournalSession session, long before, int count) =>
        session.Query(EndedBeforeSql, row => row.GetString(0), before, count);

    /// <summary>Takes up an instance that had failed.</summary>
    public static void Reopen(JournalSession session, string id, DateTimeOffset now) =>
        session.Execute(ReopenSql, id, (int)OrchestrationRuntimeStatus.Running, now.UtcTicks);

    /// <summary>Opens the next execution of an instance that continues as new.</summary>
    public static void Renew(JournalSession session, string id, long execution, DateTimeOffset now, string? input, string? version)
    {
        session.Execute("INSERT INTO executions(id, instance, started) VALUES($1, $2, $3)", execution, id, now.UtcTicks);
        session.Execute(RenewSql, id, execution, (int)OrchestrationRuntimeStatus.Running, now.UtcTicks, PayloadTable.Put(session, input), version);
    }

    /// <summary>Removes an instance with the histories of all its executions and whatever still waits for it.</summary>
    public static void Delete(JournalSession session, string id)
    {
        foreach (long execution in session.Query("SELECT id FROM executions WHERE instance = $1", row => row.GetInt64(0), id))
        {
            session.Execute("DELETE FROM history WHERE execution = $1", execution);
            PendingTables.RemoveAll(session, execution);
        }

        session.Execute("DELETE FROM executions WHERE instance = $1", id);
        session.Execute("DELETE FROM instances WHERE id = $1", id);
        InboxTable.DeleteTarget(session, id);
    }

    /// <summary>The highest execution id ever given out, purged ones included.</summary>
    public static long LastExecution(JournalSession session) =>
        session.Scalar("SELECT seq FROM sqlite_sequence WHERE name = 'executions'") as long? ?? 0;

    private static InstanceRecord Map(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Execution = row.GetInt64(1),
        Name = row.GetString(2),
        Version = JournalText.TextAt(row, 3),
        Status = (OrchestrationRuntimeStatus)row.GetInt32(4),
        Created = JournalText.Time(row.GetInt64(5)),
        Updated = JournalText.Time(row.GetInt64(6)),
        Completed = JournalText.TimeAt(row, 7),
        Failure = JournalText.Failure(JournalText.TextAt(row, 8)),
        Tags = JournalText.Tags(JournalText.TextAt(row, 9)),
        Parent = JournalText.TextAt(row, 10),
        ParentExecution = row.IsDBNull(11) ? null : row.GetInt64(11),
        LastSequence = row.GetInt64(12),
        CustomStatus = JournalText.TextAt(row, 13),
        Input = JournalText.TextAt(row, 14),
        Output = JournalText.TextAt(row, 15),
    };
}
