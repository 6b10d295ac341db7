using System.Diagnostics;
using System.Globalization;
using Workflows.Bench.Runtime.Measuring;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>A process is killed while thousands of instances wait; another one opens the file: how long until each has gone on.</summary>
internal sealed class Recovery : IMeasure
{
    /// <summary>The verb of the process that is killed.</summary>
    public const string ChildVerb = "recovery-child";

    /// <summary>The verb of the process that comes after it.</summary>
    public const string NextVerb = "recovery-next";

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public string Name => "recovery";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        int instances = settings.NumbersOr(10_000)[0];
        List<Figure> figures = [];
        foreach (bool full in settings.Syncs)
        {
            string sync = BenchSettings.NameOf(full);
            using WorkFolder folder = WorkFolder.Create();
            string[] arguments = [folder.Location, instances.ToString(CultureInfo.InvariantCulture), "--sync", sync];
            Progress.Say($"{Name}: {instances:N0} instances begin to wait, {sync}");
            using (ChildProcess child = ChildProcess.OfThisProgram([ChildVerb, .. arguments]))
            {
                await child.ReadLineAsync();
                await child.KillAsync();
            }

            Stopwatch clock = Stopwatch.StartNew();
            using ChildProcess next = ChildProcess.OfThisProgram([NextVerb, .. arguments]);
            await next.ReadLineAsync();
            double opened = clock.Elapsed.TotalSeconds;
            await next.ReadLineAsync();
            double all = clock.Elapsed.TotalSeconds;
            await next.EndAsync();
            figures.Add(new Figure { Measure = Name, Sync = sync, Name = "exec to file opened, engine started", Value = opened, Unit = "s" });
            figures.Add(new Figure { Measure = Name, Sync = sync, Name = $"exec to each of {instances:N0} has gone on", Value = all, Unit = "s" });
        }

        return figures;
    }

    /// <summary>The process that is killed: starts the instances, says when all wait, and stays.</summary>
    public static async Task WaitToBeKilledAsync(BenchSettings settings)
    {
        int instances = settings.NumbersAfter(1)[0];
        Countdown waiting = new(instances);
        TaskCompletionSource never = new();

        // The awaited activities hold their places until the end, so there must be a place for each.
        await using BenchEngine engine = BenchEngine.Open(
            settings.Words[0], settings.Syncs[0], registry => WaitingLoad.Register(registry, waiting.Signal, () => { }, never.Task), options => options.MaxConcurrentActivities = 2 * instances);
        await WaitingLoad.StartAsync(engine, WaitingLoad.Orchestrator, instances);
        await waiting.End;
        await Task.Delay(Settling);
        Console.WriteLine("all wait");
        await never.Task;
    }

    /// <summary>The process that comes after: says when it has opened the file, and when each instance has gone on.</summary>
    public static async Task GoOnAsync(BenchSettings settings)
    {
        int instances = settings.NumbersAfter(1)[0];
        Countdown passed = new(instances);
        await using BenchEngine engine = BenchEngine.Open(
            settings.Words[0], settings.Syncs[0], registry => WaitingLoad.Register(registry, () => { }, passed.Signal, Task.CompletedTask), time: new LaterTimeProvider(2 * WaitingLoad.Timer));
        Console.WriteLine("opened");
        await Parallel.ForAsync(0, instances, new ParallelOptions { MaxDegreeOfParallelism = 500 }, async (number, cancellation) =>
        {
            if (number % WaitingLoad.Kinds == WaitingLoad.EventKind)
            {
                await engine.Client.RaiseEventAsync(WaitingLoad.IdOf(number), WaitingLoad.Event, "", cancellation);
            }
        });
        await passed.End;
        Console.WriteLine("all have gone on");
    }
}
