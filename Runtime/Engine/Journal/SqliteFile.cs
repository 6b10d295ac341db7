using Microsoft.Data.Sqlite;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>Opens the data file: makes sure that no other process has it, that it is one of this product, and that it can be written.</summary>
internal static class SqliteFile
{
    /// <summary>A lock on the file for this process.</summary>
    /// <exception cref="JournalException">Another process has it, or its folder cannot be written.</exception>
    public static FileStream Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new JournalException($"The data file {path} cannot be written: {e.Message} Name a folder you may write to.", e);
        }
        catch (IOException e)
        {
            throw new JournalException($"The data file {path} is in use by another process, or its folder cannot be written ({e.Message}). Stop the other process, or name another data folder.", e);
        }
    }

    public static JournalSession Connect(string path, bool fullSync)
    {
        // Waiting for a locked file is the busy timeout's job: the provider's own loop of retries comes on top of it.
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            JournalSession session = new(connection);
            session.Run($"PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = {(fullSync ? "FULL" : "NORMAL")}; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes a new file ready, or checks one that exists, and counts this opening of it.</summary>
    /// <returns>How many times the file has been opened, this time included.</returns>
    /// <exception cref="JournalException">It is no data file of this product, or of another version of it.</exception>
    public static long Prepare(JournalSession session, string path)
    {
        bool empty = session.Scalar("SELECT count(*) FROM sqlite_master") is 0L;
        if (empty)
        {
            session.Run($"BEGIN IMMEDIATE; {JournalSchema.Script} INSERT INTO meta(name, value) VALUES('schema', '{JournalSchema.Version}'); COMMIT;");
        }
        else
        {
            CheckVersion(session, path);
        }

        session.Run(JournalSchema.Indices);
        session.Run("INSERT INTO meta(name, value) VALUES('openings', '1') ON CONFLICT(name) DO UPDATE SET value = CAST(value AS INTEGER) + 1;");
        return session.Scalar("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'openings'") as long? ?? 1;
    }

    /// <summary>Checks a file that is only looked at.</summary>
    /// <returns>How many times the file has been opened to work on it.</returns>
    /// <exception cref="JournalException">It is no data file of this product, or of another version of it.</exception>
    public static long Check(JournalSession session, string path)
    {
        CheckVersion(session, path);
        return session.Scalar("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'openings'") as long? ?? 0;
    }

    private static void CheckVersion(JournalSession session, string path)
    {
        object? version = session.Scalar("SELECT count(*) FROM sqlite_master WHERE name = 'meta'") is 0L
            ? null
            : session.Scalar("SELECT value FROM meta WHERE name = 'schema'");
        if (version is not string text || !int.TryParse(text, out int number))
        {
            throw new JournalException($"{path} is an SQLite file of another program. Name another data folder.");
        }

        if (number != JournalSchema.Version)
        {
            throw new JournalException($"{path} was written by another version of this program (format {number}, this one reads {JournalSchema.Version}). Use that version, or name another data folder.");
        }
    }
}
