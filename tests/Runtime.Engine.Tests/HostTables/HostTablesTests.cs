using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.HostTables;

public sealed class HostTablesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Tables_that_could_not_be_made_at_first_are_made_later()
    {
        await using SqliteJournal journal = SqliteJournal.Open(Path.Combine(_folder, "test.db"), fullSync: false, new FailsOnce());
        HostTables tables = new(() => journal);

        await Assert.ThrowsAsync<JournalException>(() => tables.WriteAsync(session => QueueTable.Put(session, "queue", "lost", Now)));
        await tables.WriteAsync(session => QueueTable.Put(session, "queue", "kept", Now));

        QueueRow row = Assert.Single(await tables.WriteAsync(session => QueueTable.Take(session, "queue", 10, Now, Now)));
        Assert.Equal("kept", row.Body);
    }

    private sealed class FailsOnce : IFaultPoint
    {
        private int _reached;

        public Fault Reach(FaultSite site) => site == FaultSite.BeforeCommit && _reached++ == 0 ? Fault.Fails : Fault.None;
    }
}
