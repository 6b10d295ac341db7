using Microsoft.Data.Sqlite;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Journal;

public sealed class JournalFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-journal-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string DataFile => Path.Combine(_folder, "test.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_bad_commit_of_a_group_takes_no_other_with_it()
    {
        await using SqliteJournal journal = SqliteJournal.Open(DataFile, fullSync: false);
        using ManualResetEventSlim gate = new();
        Task first = journal.CommitAsync(_ => gate.Wait(Stop));
        Task[] good = [.. Enumerable.Range(1, 5).Select(i => journal.CommitAsync(session => InboxTable.Insert(session, Message(i))))];
        Task bad = journal.CommitAsync(_ => throw new InvalidOperationException("bad"));
        Task last = journal.CommitAsync(session => InboxTable.Insert(session, Message(6)));
        gate.Set();

        await Assert.ThrowsAsync<JournalException>(() => bad);
        await Task.WhenAll([first, .. good, last]);
        Assert.Equal(Enumerable.Range(1, 6).Select(i => (long)i), journal.Read(InboxTable.ReadAll).Select(m => m.Id));
    }

    [Fact]
    public async Task A_full_disk_is_told_once_and_harms_nothing_and_work_goes_on_when_there_is_room()
    {
        VirtualTime time = new();
        CollectingLogs logs = new();
        await using TestEngine engine = TestEngine.Start(
            r => r
                .AddOrchestratorFunc<int, int>("large", async (context, size) =>
                    (await Task.WhenAll(Enumerable.Range(0, 20).Select(i => context.CallActivityAsync<string>("text", size + i)))).Sum(text => text.Length))
                .AddActivityFunc<int, string>("text", (_, size) => new string('x', size)),
            time,
            logs: logs);
        await engine.Engine.Journal.CommitAsync(session => session.Run("PRAGMA max_page_count = 60"));
        string id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("large", 50_000, Stop);
        await engine.Engine.Core.Work.WhenIdleAsync(Stop);
        for (int i = 0; i < 5; i++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await engine.Engine.Core.Work.WhenIdleAsync(Stop);
        }

        Assert.Equal(1, logs.Count(Microsoft.Extensions.Logging.LogLevel.Error));
        Assert.Contains("disk is full", logs.Text, StringComparison.Ordinal);
        await engine.Engine.Journal.CommitAsync(session => session.Run("PRAGMA max_page_count = 1000000"));
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(20 * 50_000 + 190, (await engine.EndOfAsync(id)).ReadOutputAs<int>());
        Assert.Equal("ok", engine.Engine.Journal.Read(session => session.Scalar("PRAGMA integrity_check")));
    }

    [Fact]
    public async Task A_file_locked_by_another_program_fails_a_whole_group_at_once()
    {
        await using SqliteJournal journal = SqliteJournal.Open(DataFile, fullSync: false);
        await journal.CommitAsync(session => session.Run("PRAGMA busy_timeout = 10"));
        using SqliteConnection other = new($"Data Source={DataFile};Pooling=False");
        other.Open();
        using (SqliteTransaction transaction = other.BeginTransaction(deferred: false))
        {
            JournalException error = await Assert.ThrowsAsync<JournalException>(() => Task.WhenAll(
                Enumerable.Range(1, 100).Select(i => journal.CommitAsync(session => InboxTable.Insert(session, Message(i))))));
            Assert.Contains("Another program holds it locked", error.Message, StringComparison.Ordinal);
        }

        await journal.CommitAsync(session => InboxTable.Insert(session, Message(101)));
        Assert.Contains(journal.Read(InboxTable.ReadAll), m => m.Id == 101);
    }

    [Fact]
    public async Task A_second_engine_on_the_same_file_is_refused()
    {
        await using SqliteJournal journal = SqliteJournal.Open(DataFile, fullSync: false);

        Assert.Contains("in use by another process", Assert.Throws<JournalException>(() => SqliteJournal.Open(DataFile, fullSync: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrupt_page_stops_all_writing_with_one_error()
    {
        await using (SqliteJournal journal = SqliteJournal.Open(DataFile, fullSync: false))
        {
            await journal.CommitAsync(session => Enumerable.Range(1, 2000).ToList().ForEach(i => InboxTable.Insert(session, Message(i))));
        }

        byte[] bytes = await File.ReadAllBytesAsync(DataFile, Stop);
        Array.Fill<byte>(bytes, 0xAB, bytes.Length / 2, bytes.Length / 2);
        await File.WriteAllBytesAsync(DataFile, bytes, Stop);
        JournalException[] errors;
        await using (SqliteJournal journal = SqliteJournal.Open(DataFile, fullSync: false))
        {
            Assert.Contains("damaged", Assert.Throws<JournalException>(() => journal.Read(InboxTable.ReadAll)).Message, StringComparison.Ordinal);
            errors =
            [
                await Assert.ThrowsAsync<JournalException>(() => journal.CommitAsync(session => session.Execute("UPDATE inbox SET task = 7"))),
                await Assert.ThrowsAsync<JournalException>(() => journal.CommitAsync(session => session.Execute("UPDATE meta SET value = '9' WHERE name = 'schema'"))),
            ];
        }

        Assert.Same(errors[0], errors[1]);
        Assert.Contains("restore it from a backup", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_data_file_is_named_and_left_alone()
    {
        byte[] bytes = new byte[8192];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(DataFile, bytes, Stop);

        Assert.Contains(DataFile, Assert.Throws<JournalException>(() => SqliteJournal.Open(DataFile, fullSync: true)).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(DataFile, Stop));
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_refused_at_the_start()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess || OperatingSystem.IsWindows(), "Who may do everything may write read-only files too.");
        await SqliteJournal.Open(DataFile, fullSync: false).DisposeAsync();
        File.SetAttributes(DataFile, FileAttributes.ReadOnly);

        Assert.Contains("writable", Assert.Throws<JournalException>(() => SqliteJournal.Open(DataFile, fullSync: false)).Message, StringComparison.Ordinal);
        File.SetAttributes(DataFile, FileAttributes.Normal);
    }

    [Fact]
    public async Task A_journal_that_is_closed_says_so_and_leaves_no_file_open()
    {
        SqliteJournal journal = SqliteJournal.Open(DataFile, fullSync: false);
        await journal.DisposeAsync();

        Assert.Throws<JournalException>(() => journal.Read(InboxTable.ReadAll));
        await Assert.ThrowsAsync<JournalException>(() => journal.CommitAsync(_ => { }));
        await SqliteJournal.Open(DataFile, fullSync: false).DisposeAsync();
    }

    [Fact]
    public async Task A_purge_counts_each_instance_once_when_its_group_had_to_be_taken_apart()
    {
        await using TestEngine engine = TestEngine.Start(r => r.AddOrchestratorFunc<int>("one", _ => Task.FromResult(1)));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => engine.RunAsync("one")));
        using ManualResetEventSlim gate = new();
        Task first = engine.Engine.Journal.CommitAsync(_ => gate.Wait(Stop));
        Task<PurgeResult> purge = engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(), null, Stop);
        Task bad = engine.Engine.Journal.CommitAsync(_ => throw new InvalidOperationException("bad"));
        gate.Set();

        await Assert.ThrowsAsync<JournalException>(() => bad);
        await first;
        Assert.Equal(3, (await purge).PurgedInstanceCount);
    }

    private static InboxMessage Message(long id) =>
        new(id, "somebody", 0, new HistoryEvent { Kind = HistoryEventKind.EventRaised, Name = "event", Payload = $"payload {id}" });
}
