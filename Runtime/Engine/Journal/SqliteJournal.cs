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

    private readonly string _path;
    private readonly JournalSession _writer;
    private readonly FileStream? _lock;
    private readonly bool _looksOnly;
    private readonly IFaultPoint? _faults;
    private readonly Channel<JournalCommit> _queue = Channel.CreateUnbounded<JournalCommit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteReaders _readers;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile JournalException? _dead;

    private SqliteJournal(string path, bool fullSync, JournalSession writer, FileStream? fileLock, long openings, IFaultPoint? faults)
    {
        _path = path;
        _readers = new SqliteReaders(path, fullSync);
        _writer = writer;
        _lock = fileLock;
        _looksOnly = fileLock is null;
        _faults = faults;
        Openings = openings;
        _thread = new Thread(WriteLoop) { IsBackground = true, Name = "journal" };
        _thread.Start();
    }

    /// <summary>How many times the file has been opened, this time included.</summary>
    public long Openings { get; }

    /// <summary>Opens or creates the data file.</summary>
    /// <param name="path">Path of the file; its folder is created.</param>
    /// <param name="fullSync">True to wait for the disk at every commit; false to survive a killed process but perhaps not a power cut.</param>
    /// <param name="faults">Where faults are injected, absent in a product.</param>
    /// <param name="looksOnly">True to read a file that another process may have open, and to write nothing.</param>
    /// <exception cref="JournalException">The file is in use, is no data file of this product, is of a later version, or cannot be written.</exception>
    public static SqliteJournal Open(string path, bool fullSync, IFaultPoint? faults = null, bool looksOnly = false)
    {
        SqliteLibrary.Bind();
        string full = Path.GetFullPath(path);
        FileStream? fileLock = looksOnly ? null : SqliteFile.Lock(full);
        JournalSession? writer = null;
        try
        {
            writer = SqliteFile.Connect(full, fullSync);
            long openings = looksOnly ? SqliteFile.Check(writer, full) : SqliteFile.Prepare(writer, full);
            return new SqliteJournal(full, fullSync, writer, fileLock, openings, faults);
        }
        catch (Exception e)
        {
            writer?.Dispose();
            fileLock?.Dispose();
            if (e is SqliteException)
            {
                throw SqliteFaults.Explain(full, "cannot be used", e);
            }

            throw;
        }
    }

    /// <summary>Hands a commit to the writer.</summary>
    public Task CommitAsync(JournalCommit commit)
    {
        if (_looksOnly)
        {
            commit.Fail(new JournalException("The data file was opened to be looked at only: nothing is written."));
        }
        else if (!_queue.Writer.TryWrite(commit))
        {
            commit.Fail(new JournalException("The engine is stopping: nothing more is written."));
        }

        return commit.Completion;
    }

    public Task CommitAsync(Action<JournalSession> apply) => CommitAsync(new ActionCommit(apply));

    /// <summary>Reads what has been committed.</summary>
    /// <exception cref="JournalException">The file cannot be read, or the engine has stopped.</exception>
    public T Read<T>(Func<JournalSession, T> read) => _readers.Read(read);

    /// <summary>Tells a fault point that messages are about to be delivered.</summary>
    public void ReachDelivery()
    {
        if (_faults is not null && _dead is null)
        {
            Reach(FaultSite.BeforeDelivery);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stopped.Task;
        _readers.Dispose();
        _writer.Dispose();
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
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
            Refuse(group, e);
            return;
        }

        foreach (JournalCommit commit in group)
        {
            commit.Succeed();
        }
    }

    /// <summary>One bad commit must not take the others with it: a group is taken apart, unless the fault is the file's.</summary>
    private void Refuse(List<JournalCommit> group, Exception error)
    {
        if (_dead is null && group.Count > 1 && !SqliteFaults.IsOfFile(error))
        {
            group.ForEach(commit => Write([commit]));
            return;
        }

        Exception told = error is StaleTurnException or JournalException ? error : SqliteFaults.Explain(_path, "could not be written", error);
        if (SqliteFaults.IsDamage(error))
        {
            _dead = (JournalException)told;
        }

        group.ForEach(commit => commit.Fail(told));
    }

    private void Transact(List<JournalCommit> group)
    {
        ThrowIfDead();
        _writer.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (JournalCommit commit in group)
            {
                commit.Apply(_writer);
            }

            Reach(FaultSite.BeforeCommit);
            _writer.Execute("COMMIT");
        }
        catch
        {
            TryRollback();
            throw;
        }

        Reach(FaultSite.AfterCommit);
    }

    private void ThrowIfDead()
    {
        if (_dead is { } dead)
        {
            throw dead;
        }
    }

    private void Reach(FaultSite site)
    {
        switch (_faults?.Reach(site) ?? Fault.None)
        {
            case Fault.Fails:
                throw new JournalException("A fault was injected: this transaction is not written.");
            case Fault.Dies:
                _dead = new JournalException("A fault was injected: nothing more is written.");
                ThrowIfDead();
                break;
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
