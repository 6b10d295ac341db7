using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Workflows.Runtime.Engine.Journal;

/// <summary>The reading connections of a journal: as many as read at once, kept for the next ones.</summary>
internal sealed class SqliteReaders(string path, bool fullSync) : IDisposable
{
    private readonly ConcurrentBag<JournalSession> _resting = [];
    private volatile bool _disposed;

    /// <exception cref="JournalException">The file cannot be read, or it is closed.</exception>
    public T Read<T>(Func<JournalSession, T> read)
    {
        JournalSession? session = null;
        try
        {
            if (_disposed)
            {
                throw new JournalException("The engine has stopped: its data file is closed.");
            }

            if (!_resting.TryTake(out session))
            {
                session = SqliteFile.Connect(path, fullSync);
            }

            return read(session);
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Explain(path, "could not be read", e);
        }
        finally
        {
            if (session is not null)
            {
                _resting.Add(session);
                if (_disposed)
                {
                    Close();
                }
            }
        }
    }

    /// <summary>Closes those that rest, and each that reads when it has read.</summary>
    public void Dispose()
    {
        _disposed = true;
        Close();
    }

    private void Close()
    {
        while (_resting.TryTake(out JournalSession? session))
        {
            session.Dispose();
        }
    }
}
