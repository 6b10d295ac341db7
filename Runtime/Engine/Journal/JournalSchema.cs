namespace Workflows.Runtime.Engine.Journal;

/// <summary>
/// The tables of the data file. A payload column (one without a type, so that SQLite keeps what it is given) holds the text itself, or the integer id of a row of <c>payloads</c>:
/// long texts are kept once, counted by their references and dropped with the last one (the triggers).
/// </summary>
internal static class JournalSchema
{
    public const int Version = 1;

    /// <summary>Texts from this many characters on are kept apart, once.</summary>
    public const int LargePayload = 4096;

    public static readonly string Script = Tables + string.Concat(
        new[] { ("inbox", "payload"), ("history", "payload"), ("instances", "input"), ("instances", "output"), ("instances", "custom_status"), ("entities", "state") }
            .Select(column => Triggers(column.Item1, column.Item2)));

    private const string Tables = """
        CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE payloads(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, refs INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE TABLE executions(id INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, started INTEGER NOT NULL);
        CREATE INDEX executions_instance ON executions(instance);
        CREATE TABLE instances(
            id TEXT NOT NULL UNIQUE, execution INTEGER NOT NULL, name TEXT NOT NULL, version TEXT, status INTEGER NOT NULL,
            created INTEGER NOT NULL, updated INTEGER NOT NULL, completed INTEGER,
            input, output, custom_status, failure TEXT, tags TEXT,
            parent TEXT, parent_execution INTEGER, last_sequence INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX instances_created ON instances(created, id);
        CREATE INDEX instances_parent ON instances(parent_execution) WHERE parent_execution IS NOT NULL;
        CREATE TABLE history(
            execution INTEGER NOT NULL, sequence INTEGER NOT NULL, kind INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT, target TEXT, time INTEGER, payload, details TEXT,
            PRIMARY KEY(execution, sequence)) WITHOUT ROWID;
        CREATE TABLE inbox(
            id INTEGER PRIMARY KEY, target TEXT NOT NULL, execution INTEGER NOT NULL, visible INTEGER,
            kind INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT, time INTEGER, payload, details TEXT);
        CREATE INDEX inbox_target ON inbox(target);
        CREATE TABLE tasks(execution INTEGER NOT NULL, task INTEGER NOT NULL, instance TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY(execution, task)) WITHOUT ROWID;
        CREATE TABLE timers(execution INTEGER NOT NULL, task INTEGER NOT NULL, instance TEXT NOT NULL, fire INTEGER NOT NULL,
            PRIMARY KEY(execution, task)) WITHOUT ROWID;
        CREATE TABLE entities(
            id TEXT PRIMARY KEY, state, locked_by TEXT, locked_execution INTEGER, updated INTEGER NOT NULL);

        """;

    /// <summary>
    /// What instances are looked up by. A file of this format that was written without one of them gets it when it is opened to be worked on; a program that
    /// does not know them keeps them up all the same. None holds a column that changes with every turn. What most filters ask for stands in <c>instances_heads</c>, so that
    /// counting does not read the instances themselves.
    /// </summary>
    public const string Indices = """
        CREATE INDEX IF NOT EXISTS instances_heads ON instances(status, created, id, name, parent);
        CREATE INDEX IF NOT EXISTS instances_name ON instances(name, created, id);
        CREATE INDEX IF NOT EXISTS instances_completed ON instances(completed, id) WHERE completed IS NOT NULL;
        CREATE INDEX IF NOT EXISTS instances_duration ON instances(completed - created, id) WHERE completed IS NOT NULL;
        CREATE INDEX IF NOT EXISTS instances_tagged ON instances(created, id) WHERE tags IS NOT NULL;
        DROP INDEX IF EXISTS instances_status;
        DROP INDEX IF EXISTS instances_state;

        """;

    private static string Triggers(string table, string column) => $"""
        CREATE TRIGGER {table}_{column}_deleted AFTER DELETE ON {table} WHEN typeof(old.{column}) = 'integer' BEGIN
            UPDATE payloads SET refs = refs - 1 WHERE id = old.{column};
            DELETE FROM payloads WHERE id = old.{column} AND refs <= 0;
        END;
        CREATE TRIGGER {table}_{column}_updated AFTER UPDATE OF {column} ON {table} WHEN typeof(old.{column}) = 'integer' BEGIN
            UPDATE payloads SET refs = refs - 1 WHERE id = old.{column};
            DELETE FROM payloads WHERE id = old.{column} AND refs <= 0;
        END;

        """;
}
