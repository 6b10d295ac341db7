using Microsoft.Extensions.DependencyInjection;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Engine.Testing;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Timers;

public sealed class TimerCrashTests : IDisposable
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly VirtualTime _clock = new();
    private readonly string _folder = TestHost.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_that_a_crash_cut_off_happens_once_more_and_the_schedule_goes_on()
    {
        string image = TestHost.NewFolder();
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (TestHost first = await StartAsync())
        {
            first.Desk.Work = (_, _, _) => release.Task;
            _clock.Advance(TimeSpan.FromMinutes(15));
            await first.Desk.NextAsync<TimerInfo>("Quarter");
            CopyData(_folder, image);
            release.SetResult();
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        await using (TestHost second = await TestHost.StartAsync(TimerFunctionTests.Options(_clock), folder: image))
        {
            TimerInfo again = await second.Desk.NextAsync<TimerInfo>("Quarter");
            _clock.Advance(TimeSpan.FromMinutes(14));
            TimerInfo next = await second.Desk.NextAsync<TimerInfo>("Quarter");

            Assert.Equal((true, Start.AddMinutes(15)), (again.IsPastDue, again.ScheduleStatus!.Next));
            Assert.Equal((false, Start.AddMinutes(30)), (next.IsPastDue, next.ScheduleStatus!.Next));
        }

        Directory.Delete(image, recursive: true);
    }

    [Fact]
    public async Task A_run_that_was_recorded_before_a_crash_does_not_happen_again()
    {
        string image = TestHost.NewFolder();
        await using (TestHost first = await StartAsync())
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            await first.Desk.NextAsync<TimerInfo>("Quarter");
            await UntilRecordedAsync(first, "Quarter");
            CopyData(_folder, image);
        }

        await using (TestHost second = await TestHost.StartAsync(TimerFunctionTests.Options(_clock), folder: image))
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            TimerInfo next = await second.Desk.NextAsync<TimerInfo>("Quarter");

            Assert.Equal((false, Start.AddMinutes(30)), (next.IsPastDue, next.ScheduleStatus!.Next));
        }

        Directory.Delete(image, recursive: true);
    }

    internal static async Task UntilRecordedAsync(TestHost host, string function)
    {
        HostTables tables = host.Services.GetRequiredService<HostTables>();
        while ((await tables.ReadAsync(session => TimerStatusTable.Read(session, function)))!.Last is null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>The data file and its log as a kill would leave them: what is in neither is lost.</summary>
    private static void CopyData(string from, string to)
    {
        string data = Directory.CreateDirectory(Path.Combine(to, "data")).FullName;
        foreach (string name in new[] { EmbeddedHostOptions.DataFileName, EmbeddedHostOptions.DataFileName + "-wal" })
        {
            File.Copy(Path.Combine(from, "data", name), Path.Combine(data, name));
        }
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(TimerFunctionTests.Options(_clock), folder: _folder);
}
