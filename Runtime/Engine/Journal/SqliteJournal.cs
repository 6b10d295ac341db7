using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>
/// The data file: one writer thread that puts commits which are ready together into one transaction, and reading connections
/// beside it. Nothing in memory counts as done before <see cref="JournalCommit.Completion"/> says so.
/// </summary>
internal sealed class SqliteJournal : IAsyncDisposable
{
    private const int MaxGroup = 512;

    private readonly string _connectionString;
    private readonly bool _fullSync;
    private readonly JournalSession _writer;
    private readonly FileStream _lock;
    private readonly Channel<JournalCommit> _queue = Channel.CreateUnbounded<JournalCommit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentBag<JournalSession> _readers = [];
    private readonly Thread _thread;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SqliteJournal(string connectionString, bool fullSync, JournalSession writer, FileStream fileLock)
    {
        _connectionString = connectionString;
        _fullSync = fullSync;
        _writer = writer;
        _lock = fileLock;
        _thread = new Thread(WriteLoop) { IsBackground = true, Name = "journal" };
        _thread.Start();
    }

    /// <summary>Opens or creates the data file.</summary>
    /// <param name="path">Path of the file; its folder is created.</param>
    /// <param name="fullSync">True to wait for the disk at every commit; false to survive a killed process but perhaps not a power cut.</param>
    /// <exception cref="JournalException">The file is in use, is no data file of this product, is of a later version, or cannot be written.</exception>
    public static SqliteJournal Open(string path, bool fullSync)
    {
        SqliteLibrary.Bind();
        string full = Path.GetFullPath(path);
        FileStream fileLock = Lock(full);
        try
        {
            string connectionString = new SqliteConnectionStringBuilder { DataSource = full, Pooling = false }.ToString();
            JournalSession writer = Connect(connectionString, fullSync);
            Prepare(writer, full);
            return new SqliteJournal(connectionString, fullSync, writer, fileLock);
        }
        catch (SqliteException e)
        {
            fileLock.Dispose();
            throw new JournalException($"The data file {full} cannot be used: {e.Message} Name another one, or restore it from a backup.", e);
        }
        catch
        {
            fileLock.Dispose();
            throw;
        }
    }

    /// <summary>Hands a commit to the writer.</summary>
    public Task CommitAsync(JournalCommit commit)
    {
        if (!_queue.Writer.TryWrite(commit))
        {
            commit.Fail(new JournalException("The engine is stopping: nothing more is written."));
        }

        return commit.Completion;
    }

    public Task CommitAsync(Action<JournalSession> apply) => CommitAsync(new ActionCommit(apply));

    /// <summary>Reads what has been committed.</summary>
    public T Read<T>(Func<JournalSession, T> read)
    {
        if (!_readers.TryTake(out JournalSession? session))
        {
            session = Connect(_connectionString, _fullSync);
        }

        try
        {
            return read(session);
        }
        catch (SqliteException e)
        {
            throw new JournalException($"The data file could not be read: {e.Message}", e);
        }
        finally
        {
            _readers.Add(session);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stopped.Task;
        while (_readers.TryTake(out JournalSession? session))
        {
            session.Dispose();
        }

        _writer.Dispose();
        await _lock.DisposeAsync();
    }

    private static FileStream Lock(string path)
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

    private static JournalSession Connect(string connectionString, bool fullSync)
    {
        SqliteConnection connection = new(connectionString);
        connection.Open();
        JournalSession session = new(connection);
        session.Run($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(fullSync ? "FULL" : "NORMAL")}; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        return session;
    }

    private static void Prepare(JournalSession session, string path)
    {
        bool empty = session.Scalar("SELECT count(*) FROM sqlite_master") is 0L;
        if (empty)
        {
            session.Run($"BEGIN IMMEDIATE; {JournalSchema.Script} INSERT INTO meta(name, value) VALUES('schema', '{JournalSchema.Version}'); COMMIT;");
            return;
        }

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

    private void WriteLoop()
    {
        List<JournalCommit> group = [];
        ChannelReader<JournalCommit> reader = _queue.Reader;
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < MaxGroup && reader.TryRead(out JournalCommit? commit))
            {
                group.Add(commit);
            }

            Write(group);
        }

        _stopped.SetResult();
    }

    private void Write(List<JournalCommit> group)
    {
        try
        {
            Transact(group);
        }
        catch (Exception e)
        {
            if (group.Count == 1)
            {
                group[0].Fail(new JournalException($"The data file could not be written: {e.Message}", e));
                return;
            }

            foreach (JournalCommit commit in group)
            {
                Write([commit]);
            }

            return;
        }

        foreach (JournalCommit commit in group)
        {
            commit.Succeed();
        }
    }

    private void Transact(List<JournalCommit> group)
    {
        _writer.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (JournalCommit commit in group)
            {
                commit.Apply(_writer);
            }

            _writer.Execute("COMMIT");
        }
        catch
        {
            TryRollback();
            throw;
        }
    }

    private void TryRollback()
    {
        try
        {
            _writer.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already (a full disk, an I/O error).
        }
    }
}
