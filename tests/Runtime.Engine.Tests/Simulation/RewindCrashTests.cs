using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>An instance with a child, retries, a caught failure and a critical section fails, is rewound, and is killed at each transaction and message on the way.</summary>
public sealed class RewindCrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-rewind-").FullName;
    private int _step;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_place_of_a_rewound_run_changes_nothing(bool replays)
    {
        int place = 1;
        while (await SurvivesAsync(place, replays))
        {
            place++;
        }

        Assert.InRange(place, 50, 1000);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <returns>False when the run has fewer places.</returns>
    private async Task<bool> SurvivesAsync(int place, bool replays)
    {
        string file = Path.Combine(_folder, $"{place}", "rewind.db");
        VirtualTime time = new();
        SimFaults faults = new(place, 0, 0);
        _step = 0;
        await LiveAsync(file, time, faults, replays);
        if (faults.Struck.IsCompleted)
        {
            await LiveAsync(file, time, new SimFaults(0, 0, 0), replays);
        }

        SimFile left = await SimFile.ReadAsync(file);
        Assert.True(left.Outcomes is ["root: 1 \"acbs1\" "], $"killed at {place}: {string.Join("; ", left.Outcomes)}");
        Assert.Empty(left.Left);
        Assert.Empty(left.WrongReferences);
        Assert.Contains("@tally@all: 1", left.Entities);
        return faults.Struck.IsCompleted;
    }

    private async Task LiveAsync(string file, VirtualTime time, SimFaults faults, bool replays)
    {
        DurableTaskRegistry registry = new();
        Register(registry);
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        DurableEngine? engine = null;
        try
        {
            engine = new DurableEngine(new DurableEngineOptions { DataFile = file, FullSync = false, ReplayEveryTurn = replays }, time, faults);
            engine.Start(registry, services);
            while (await GoOnAsync(engine, time, faults))
            {
            }
        }
        catch (JournalException) when (faults.Struck.IsCompleted)
        {
            // The process died under the call.
        }
        finally
        {
            if (engine is not null)
            {
                await engine.DisposeAsync();
            }
        }
    }

    private async Task<bool> GoOnAsync(DurableEngine engine, VirtualTime time, SimFaults faults)
    {
        await Task.WhenAny(engine.Core.Work.WhenIdleAsync(TestContext.Current.CancellationToken), faults.Struck);
        if (faults.Struck.IsCompleted)
        {
            return false;
        }

        if (engine.Core.NextDue is { } due)
        {
            time.Advance(due > time.GetUtcNow() ? due - time.GetUtcNow() : TimeSpan.Zero);
            await Task.Yield();
            return true;
        }

        if (!engine.Core.Work.IsIdle)
        {
            return true;
        }

        switch (await engine.Client.GetInstanceAsync("root", TestContext.Current.CancellationToken))
        {
            case null:
                await engine.Client.ScheduleNewOrchestrationInstanceAsync("root", null, new StartOrchestrationOptions("root"), TestContext.Current.CancellationToken);
                return true;
            case { RuntimeStatus: OrchestrationRuntimeStatus.Failed }:
                // Each time one more step is mended.
                Interlocked.Increment(ref _step);
                await engine.Client.RewindInstanceAsync("root", "mended", TestContext.Current.CancellationToken);
                return true;
            default:
                return false;
        }
    }

    private void Register(DurableTaskRegistry registry) => registry
        .AddEntity<Tally>("tally")
        .AddOrchestratorFunc("root", async context =>
        {
            Task<string> child = context.CallSubOrchestratorAsync<string>("child", options: new SubOrchestrationOptions { InstanceId = "child" });
            Task<string> mine = context.CallActivityAsync<string>("say", new Said("a", 0));
            string first = await mine + await child;
            try
            {
                first += await context.CallActivityAsync<string>("say", new Said("b", 2), TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromSeconds(5))));
            }
            catch (TaskFailedException)
            {
                await context.CallActivityAsync<string>("say", new Said("undo", 0));
                throw;
            }

            EntityInstanceId tally = new("tally", "all");
            await using IAsyncDisposable section = await context.Entities.LockEntitiesAsync(tally);
            first += await context.CallActivityAsync<string>("say", new Said("s", 3));
            return first + await context.Entities.CallEntityAsync<int>(tally, "add", 1);
        })
        .AddOrchestratorFunc("child", context => context.CallActivityAsync<string>("say", new Said("c", 1)))
        .AddActivityFunc<Said, string>("say", (_, said) => Volatile.Read(ref _step) >= said.MendedAt ? said.Text : throw new InvalidOperationException("broken"));

    private sealed record Said(string Text, int MendedAt);

    private sealed class Tally : TaskEntity<int>
    {
        public int Add(int by) => State += by;
    }
}
