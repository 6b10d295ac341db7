using Microsoft.Data.Sqlite;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>State and lock of every entity.</summary>
internal static class EntityTable
{
    private const string UpsertSql = """
        INSERT INTO entities(id, state, locked_by, locked_execution, updated) VALUES($1, $2, $3, $4, $5)
        ON CONFLICT(id) DO UPDATE SET state = excluded.state, locked_by = excluded.locked_by,
            locked_execution = excluded.locked_execution, updated = excluded.updated
        """;

    private static readonly string Columns =
        $"SELECT id, {JournalText.Payload("entities.state")}, locked_by, locked_execution, updated FROM entities";

    private static readonly string SelectOneSql = Columns + " WHERE id = $1";

    private static readonly string OrphansSql = Columns
        + " WHERE locked_execution IS NOT NULL AND NOT EXISTS (SELECT 1 FROM instances i WHERE i.execution = locked_execution AND i.completed IS NULL)";

    public static void Put(JournalSession session, EntityRecord entity)
    {
        if (entity is { State: null, LockedBy: null })
        {
            session.Execute("DELETE FROM entities WHERE id = $1", entity.Id);
            return;
        }

        session.Execute(UpsertSql, entity.Id, PayloadTable.Put(session, entity.State), entity.LockedBy, entity.LockedExecution, entity.Updated.UtcTicks);
    }

    public static EntityRecord? Read(JournalSession session, string id) => session.Query(SelectOneSql, Map, id).FirstOrDefault();

    /// <summary>Entities in the order of their ids, after <paramref name="after"/>; those without a state only when asked for.</summary>
    public static List<EntityRecord> List(
        JournalSession session, string prefix, string after, DateTimeOffset from, DateTimeOffset to, bool stateless, int count) =>
        session.QueryOnce(
            $"{Columns} WHERE id > $1 AND substr(id, 1, length($2)) = $2 AND updated >= $3 AND updated <= $4{(stateless ? "" : " AND state IS NOT NULL")} ORDER BY id LIMIT $5",
            [after, prefix, from.UtcTicks, to.UtcTicks, count],
            Map);

    /// <summary>The names that entities have, each once.</summary>
    public static List<string> Names(JournalSession session)
    {
        // From one name to the next one by the ids: '@name@' ends before '@nameA', since 'A' comes after '@'.
        List<string> names = [];
        for (string? id = Next(session, "@"); id is not null;)
        {
            int end = id.IndexOf('@', 1);
            names.Add(id[1..(end < 0 ? id.Length : end)]);
            id = Next(session, end < 0 ? id : id[..end] + "A");
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static string? Next(JournalSession session, string after) => session.Scalar("SELECT min(id) FROM entities WHERE id > $1", after) as string;

    /// <summary>Entities whose lock belongs to an execution that does not run any more.</summary>
    public static List<EntityRecord> ReadOrphanedLocks(JournalSession session) => session.Query(OrphansSql, Map);

    private static EntityRecord Map(SqliteDataReader row) => new(
        row.GetString(0),
        JournalText.TextAt(row, 1),
        JournalText.TextAt(row, 2),
        row.IsDBNull(3) ? null : row.GetInt64(3),
        JournalText.Time(row.GetInt64(4)));
}
