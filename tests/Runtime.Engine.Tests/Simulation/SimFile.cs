using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>What a run left in its data file.</summary>
internal sealed class SimFile
{
    private static readonly (string Table, string Column)[] PayloadColumns =
        [("inbox", "payload"), ("history", "payload"), ("instances", "input"), ("instances", "output"), ("instances", "custom_status"), ("entities", "state")];

    private SimFile(JournalSession session)
    {
        History = new SimHistory(session);
        Outcomes = session.Query(
            $"SELECT id, status, {JournalText.Payload("instances.output")}, failure FROM instances WHERE id LIKE 'root%' ORDER BY id",
            row => $"{row.GetString(0)}: {row.GetInt32(1)} {JournalText.TextAt(row, 2)} {JournalText.TextAt(row, 3)}");
        Entities = session.Query(
            $"SELECT id, {JournalText.Payload("entities.state")} FROM entities ORDER BY id", row => $"{row.GetString(0)}: {JournalText.TextAt(row, 1)}");
        Left = session.Query(
            """
            SELECT 'message ' || id || ' of kind ' || kind || ' to ' || target FROM inbox
            UNION ALL SELECT 'task ' || task || ' of ' || instance FROM tasks
            UNION ALL SELECT 'timer ' || task || ' of ' || instance FROM timers
            UNION ALL SELECT 'lock of ' || locked_by || ' on ' || id FROM entities WHERE locked_by IS NOT NULL OR locked_execution IS NOT NULL
            UNION ALL SELECT 'running ' || id FROM instances WHERE completed IS NULL
            UNION ALL SELECT 'failed ' || id || ' ' || failure FROM instances WHERE failure IS NOT NULL AND id LIKE 'root%'
            """,
            row => row.GetString(0));
        string references = string.Join(" UNION ALL ", PayloadColumns.Select(c => $"SELECT {c.Column} AS p FROM {c.Table} WHERE typeof({c.Column}) = 'integer'"));
        WrongReferences = session.Query(
            $"""
            SELECT 'payload ' || payloads.id || ' counts ' || refs || ', has ' || count(r.p) FROM payloads LEFT JOIN ({references}) r ON r.p = payloads.id
            GROUP BY payloads.id HAVING count(r.p) <> refs
            UNION ALL SELECT 'no payload ' || r.p FROM ({references}) r WHERE NOT EXISTS (SELECT 1 FROM payloads WHERE id = r.p)
            """,
            row => row.GetString(0));
    }

    public SimHistory History { get; }

    public IReadOnlyList<string> Outcomes { get; }

    public IReadOnlyList<string> Entities { get; }

    /// <summary>Whatever is still under way, and roots that failed: none is generated to fail.</summary>
    public IReadOnlyList<string> Left { get; }

    public IReadOnlyList<string> WrongReferences { get; }

    public static async Task<SimFile> ReadAsync(string path)
    {
        await using SqliteJournal journal = SqliteJournal.Open(path, fullSync: false);
        return journal.Read(session => new SimFile(session));
    }
}
