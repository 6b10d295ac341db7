using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.HostTables;

/// <summary>
/// Tables of the host's own in the engine's data file, written through the same writer. They are made when they are first used, so
/// that a file without them stays as it is and the file's format needs no new version.
/// </summary>
/// <param name="journal">The data file's journal, asked for when the tables are first used: the engine must have been started by then.</param>
internal sealed class HostTables(Func<SqliteJournal> journal)
{
    private volatile Task? _made;

    /// <summary>Writes in one commit with whatever else is ready. The work may run more than once; what counts is its last run.</summary>
    /// <exception cref="JournalException">It could not be written.</exception>
    public async Task<T> WriteAsync<T>(Func<JournalSession, T> work)
    {
        await MakeAsync();
        T result = default!;
        await journal().CommitAsync(session => { result = work(session); });
        return result;
    }

    /// <summary>Reads what has been committed.</summary>
    /// <exception cref="JournalException">It could not be read.</exception>
    public async Task<T> ReadAsync<T>(Func<JournalSession, T> work)
    {
        await MakeAsync();
        return journal().Read(work);
    }

    // Made twice does no harm; what failed is tried again.
    private Task MakeAsync() => _made is { IsFaulted: false } made
        ? made
        : _made = journal().CommitAsync(session => session.Run(TimerStatusTable.Script + QueueTable.Script + AuditTable.Script));
}
