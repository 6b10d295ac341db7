using Microsoft.Data.Sqlite;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.HostTables;

/// <summary>What was done by hand, by whom and how it went. Rows are kept until somebody removes the file.</summary>
internal static class AuditTable
{
    public const string Script = """
        CREATE TABLE IF NOT EXISTS host_audit(
            id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL, origin TEXT NOT NULL,
            operation TEXT NOT NULL, target TEXT, details TEXT, outcome TEXT NOT NULL, message TEXT);
        CREATE INDEX IF NOT EXISTS host_audit_target ON host_audit(target, id);

        """;

    /// <returns>The number that the row was given.</returns>
    public static long Add(JournalSession session, AuditRow row)
    {
        session.Execute(
            "INSERT INTO host_audit(time, who, role, origin, operation, target, details, outcome, message) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            row.Time.UtcTicks, row.Who, row.Role, row.Origin, row.Operation, row.Target, row.Details, row.Outcome, row.Message);
        return (long)session.Scalar("SELECT last_insert_rowid()")!;
    }

    public static int End(JournalSession session, long id, string? target, string outcome, string? message) =>
        session.Execute("UPDATE host_audit SET outcome = $2, message = $3, target = COALESCE($4, target) WHERE id = $1", id, outcome, message, target);

    /// <summary>Newest first.</summary>
    public static List<AuditRow> List(JournalSession session, string? target, string? operation, string? who, long before, int top)
    {
        List<SqlValue> arguments = [before];
        string where = "id < $1";
        foreach ((string column, string? value) in new[] { ("target", target), ("operation", operation), ("who", who) })
        {
            if (value is not null)
            {
                arguments.Add(value);
                where += $" AND {column} = ${arguments.Count}";
            }
        }

        return session.QueryOnce(
            $"SELECT id, time, who, role, origin, operation, target, details, outcome, message FROM host_audit WHERE {where} ORDER BY id DESC LIMIT {top}", arguments, Map);
    }

    private static AuditRow Map(SqliteDataReader row) => new(
        row.GetInt64(0), JournalText.Time(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        JournalText.TextAt(row, 6), JournalText.TextAt(row, 7), row.GetString(8), JournalText.TextAt(row, 9));
}
