using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Forking;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>An instance with an open child, an open timer and a large payload is forked with an edit, and the engine is killed at each transaction and message on the way.</summary>
public sealed class ForkCrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-fork-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_place_makes_the_fork_once_or_not_at_all(bool replays)
    {
        int place = 1;
        while (await SurvivesAsync(place, replays))
        {
            place++;
        }

        Assert.InRange(place, 25, 1000);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <returns>False when the run has fewer places.</returns>
    private async Task<bool> SurvivesAsync(int place, bool replays)
    {
        string file = Path.Combine(_folder, $"{place}", "fork.db");
        VirtualTime time = new();
        SimFaults faults = new(place, 0, 0);
        await LiveAsync(file, time, faults, replays);
        if (faults.Struck.IsCompleted)
        {
            await LiveAsync(file, time, new SimFaults(0, 0, 0), replays);
        }

        SimFile left = await SimFile.ReadAsync(file);
        string large = new('x', JournalSchema.LargePayload);
        Assert.True(
            left.Outcomes is [var root, var fork] && root == $"root: 1 \"a{large}kid\" " && fork == $"root-fork: 1 \"A{large}kid\" ",
            $"killed at {place}: {string.Join("; ", left.Outcomes.Select(outcome => outcome.Replace(large, "…", StringComparison.Ordinal)))}");
        Assert.Empty(left.Left);
        Assert.Empty(left.WrongReferences);
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

    private static async Task<bool> GoOnAsync(DurableEngine engine, VirtualTime time, SimFaults faults)
    {
        await Task.WhenAny(engine.Core.Work.WhenIdleAsync(TestContext.Current.CancellationToken), faults.Struck);
        if (faults.Struck.IsCompleted)
        {
            return false;
        }

        // Looked at before the work: a timer that has been taken off to ring is work already.
        DateTimeOffset? next = engine.Core.NextDue;
        if (!engine.Core.Work.IsIdle)
        {
            return true;
        }

        if (await engine.Client.GetInstanceAsync("root", TestContext.Current.CancellationToken) is null)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("root", null, new StartOrchestrationOptions("root"), TestContext.Current.CancellationToken);
            return true;
        }

        if (await engine.Client.GetInstanceAsync("root-fork", TestContext.Current.CancellationToken) is null && FirstResult(engine) is { } step)
        {
            await engine.ForkAsync(new ForkRequest("root", step) { NewId = "root-fork", Edit = new StepEdit(StepEditKind.Result, "A") });
            return true;
        }

        if (next is not { } due)
        {
            return false;
        }

        time.Advance(due > time.GetUtcNow() ? due - time.GetUtcNow() : TimeSpan.Zero);
        await Task.Yield();
        return true;
    }

    private static long? FirstResult(DurableEngine engine) => engine.Journal
        .Read(session => HistoryReader.Bare(session, InstanceTable.Read(session, "root", full: false)!.Execution))
        .Find(row => row.Event.Kind == HistoryEventKind.ActivityCompleted)?.Sequence;

    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc("root", async context =>
        {
            Task<string> child = context.CallSubOrchestratorAsync<string>("child");
            Task timer = context.CreateTimer(context.CurrentUtcDateTime.AddHours(1), CancellationToken.None);
            string first = await context.CallActivityAsync<string>("say", "a");
            string large = await context.CallActivityAsync<string>("say", new string('x', JournalSchema.LargePayload));
            await timer;
            return first + large + await child;
        })
        .AddOrchestratorFunc("child", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(30), CancellationToken.None);
            return "kid";
        })
        .AddActivityFunc<string, string>("say", (_, text) => text);
}
