using System.Globalization;
using System.Text.Json;
using Workflows.Bench.Runtime.Measuring;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>What instances cost in memory that wait for an event and do nothing else.</summary>
internal sealed class Idle : IMeasure
{
    /// <summary>The verb of the process whose memory is measured.</summary>
    public const string ChildVerb = "idle-child";

    private const double Megabyte = 1024 * 1024;
    private const double Limit = 1024;
    private const int PromisedFor = 100_000;
    private const string Event = "Go";
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public string Name => "idle";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        List<Figure> figures = [];
        foreach (bool full in settings.Syncs)
        {
            foreach (int instances in settings.NumbersOr(PromisedFor))
            {
                string sync = BenchSettings.NameOf(full);
                Progress.Say($"{Name}: {instances:N0} instances begin to wait, {sync}");
                using WorkFolder folder = WorkFolder.Create();
                using ChildProcess child = ChildProcess.OfThisProgram(ChildVerb, folder.Location, instances.ToString(CultureInfo.InvariantCulture), "--sync", sync);
                IdleMemory memory = JsonSerializer.Deserialize<IdleMemory>(await child.ReadLineAsync()) ?? throw new InvalidOperationException("The process under test said nothing.");
                await child.EndAsync();
                figures.AddRange(Report(instances, sync, memory));
            }
        }

        return figures;
    }

    /// <summary>The process whose memory is measured: starts the instances, says what they take, and ends.</summary>
    public static async Task MeasureAsync(BenchSettings settings)
    {
        int instances = settings.NumbersAfter(1)[0];
        Countdown waiting = new(instances);
        await using BenchEngine engine = BenchEngine.Open(settings.Words[0], settings.Syncs[0], registry => registry.AddOrchestratorFunc<int>("Wait", async (context, _) =>
        {
            if (!context.IsReplaying)
            {
                waiting.Signal();
            }

            await context.WaitForExternalEvent<string>(Event);
        }));
        double before = ProcessMemory.Resident();
        await Parallel.ForAsync(0, instances, new ParallelOptions { MaxDegreeOfParallelism = 500 }, async (number, cancellation) =>
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", number, cancellation));
        await waiting.End;
        await Task.Delay(Settling);
        double waits = ProcessMemory.Resident();
        double peak = ProcessMemory.Peak();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Console.WriteLine(JsonSerializer.Serialize(new IdleMemory { Before = before, Waiting = waits, Peak = peak, Collected = ProcessMemory.Resident(), Managed = GC.GetTotalMemory(true) }));
    }

    private IEnumerable<Figure> Report(int instances, string sync, IdleMemory memory)
    {
        Figure waiting = new()
        {
            Measure = Name,
            Sync = sync,
            Name = $"{instances:N0} wait: resident",
            Value = memory.Waiting / Megabyte,
            Unit = "MB",
            Limit = instances == PromisedFor ? Limit : null,
            Binding = true,
        };
        yield return waiting;
        yield return waiting with { Name = "  at its peak", Value = memory.Peak / Megabyte };
        yield return waiting with { Name = "  after a collection", Value = memory.Collected / Megabyte, Limit = null };
        yield return waiting with { Name = "  managed", Value = memory.Managed / Megabyte, Limit = null };
        yield return waiting with { Name = "  an instance, with its start", Value = (memory.Waiting - memory.Before) / instances, Unit = "B", Limit = null };
        yield return waiting with { Name = "  an instance, collected", Value = (memory.Collected - memory.Before) / instances, Unit = "B", Limit = null };
    }
}
