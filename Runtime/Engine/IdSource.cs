using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine;

/// <summary>Numbers for messages and executions, going on after those in the data file.</summary>
internal sealed class IdSource(SqliteJournal journal)
{
    private long _message = journal.Read(InboxTable.LastId);
    private long _execution = journal.Read(InstanceTable.LastExecution);

    public long NextMessage() => Interlocked.Increment(ref _message);

    public long NextExecution() => Interlocked.Increment(ref _execution);
}
