using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine;

/// <summary>
/// Numbers for messages and executions, going on after those in the data file. A message's number is never used again, also not
/// after a restart that found the inbox empty: the ids of what an entity starts are derived from it.
/// </summary>
internal sealed class IdSource(SqliteJournal journal)
{
    private const int MessageBits = 40;

    private long _message = journal.Openings << MessageBits;
    private long _execution = journal.Read(InstanceTable.LastExecution);

    public long NextMessage() => Interlocked.Increment(ref _message);

    public long NextExecution() => Interlocked.Increment(ref _execution);
}
