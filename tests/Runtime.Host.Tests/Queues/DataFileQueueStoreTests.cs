using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;
using Workflows.Runtime.Host.App;
using Workflows.Runtime.Host.Timers;

namespace Workflows.Runtime.Host.Queues;

public sealed class DataFileQueueStoreTests : QueueStoreTests, IAsyncDisposable
{
    private readonly VirtualTime _clock = new();
    private readonly string _folder = TestHost.NewFolder();
    private SqliteJournal? _journal;
    private int _queues;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_process_held_when_it_died_is_there_again_at_the_next_start_and_counted()
    {
        IQueueStore store = await StoreAsync();
        await store.SendAsync("queue", ["a", "b"], Cancellation);
        await store.ReceiveAsync("queue", 1, TimeSpan.FromMinutes(10), Cancellation);
        await store.ReleaseAsync((await store.ReceiveAsync("queue", 1, TimeSpan.FromMinutes(10), Cancellation))[0], TimeSpan.FromMinutes(1), Cancellation);

        IQueueStore next = await ReopenAsync();
        await next.ReclaimAsync();
        IReadOnlyList<QueueDelivery> atOnce = await next.ReceiveAsync("queue", 32, TimeSpan.FromMinutes(10), Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(1));
        IReadOnlyList<QueueDelivery> afterItsDelay = await next.ReceiveAsync("queue", 32, TimeSpan.FromMinutes(10), Cancellation);

        Assert.Equal([("a", 2L)], atOnce.Select(m => (m.Text, m.DequeueCount)));
        Assert.Equal([("b", 2L)], afterItsDelay.Select(m => (m.Text, m.DequeueCount)));
    }

    [Fact]
    public async Task A_clock_that_moves_on_while_a_message_is_being_waited_for_makes_it_no_later()
    {
        TimeSpan hidden = TimeSpan.FromMinutes(10);
        IQueueStore store = await ReopenAsync(new JumpingTime(_clock, timer: hidden, jump: hidden));
        await store.SendAsync("queue", ["a"], Cancellation);
        await store.ReceiveAsync("queue", 1, hidden, Cancellation);

        QueueDelivery again = await ReceiveByWaitingAsync(store, "queue").WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal(2, again.DequeueCount);
    }

    [Fact]
    public async Task A_data_file_without_queues_has_no_tables_of_theirs()
    {
        await (await TestHost.StartAsync(o => o.RunsWork = false, folder: _folder)).DisposeAsync();

        await using SqliteJournal journal = SqliteJournal.Open(Path.Combine(_folder, "data", EmbeddedHostOptions.DataFileName), fullSync: false);
        Assert.Equal(0L, journal.Read(session => session.Scalar("SELECT count(*) FROM sqlite_master WHERE name LIKE 'host_%'")));
    }

    public async ValueTask DisposeAsync()
    {
        await (_journal?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    private protected override Task<IQueueStore> StoreAsync() => ReopenAsync();

    private protected override Task PassAsync(IQueueStore store, string queue)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    private protected override string NewQueue() => $"queue-{_queues++}";

    private async Task<IQueueStore> ReopenAsync(TimeProvider? clock = null)
    {
        await (_journal?.DisposeAsync() ?? ValueTask.CompletedTask);
        SqliteJournal journal = SqliteJournal.Open(Path.Combine(_folder, "queues.db"), fullSync: false);
        _journal = journal;
        return new DataFileQueueStore(new HostTables(() => journal), clock ?? _clock);
    }
}
