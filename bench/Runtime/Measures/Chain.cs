using System.Diagnostics;
using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>One instance alone, activity after activity: how long a step takes, beside what the disk itself takes.</summary>
internal sealed class Chain : IMeasure
{
    private const int DiskWrites = 1000;
    private const double DiskShare = 1.5;
    private const double OwnMilliseconds = 0.2;

    public string Name => "chain";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        int steps = settings.NumbersOr(1000)[0];
        List<Figure> figures = [];
        foreach (bool full in settings.Syncs)
        {
            Progress.Say($"{Name} of {steps:N0} steps, {BenchSettings.NameOf(full)}");
            List<Sample> rounds = [];
            List<double> disk = [];
            using WorkFolder folder = WorkFolder.Create();
            List<long> moments = [];
            await using BenchEngine engine = BenchEngine.Open(folder.Location, full, registry => Register(registry, moments));
            await engine.RunAsync("Chain", Math.Max(2_000, steps));
            for (int round = 0; round < settings.Rounds; round++)
            {
                disk.AddRange(DiskSync.Measure(folder.Location, DiskWrites));
                moments.Clear();
                await engine.RunAsync("Chain", steps);
                rounds.Add(Sample.OfGaps(moments));
            }

            disk.AddRange(DiskSync.Measure(folder.Location, DiskWrites));
            figures.AddRange(Report(full, rounds, new Sample(disk)));
        }

        return figures;
    }

    private IEnumerable<Figure> Report(bool full, List<Sample> rounds, Sample disk)
    {
        foreach (int percent in new[] { 50, 99 })
        {
            Figure own = new() { Measure = Name, Sync = BenchSettings.NameOf(full), Name = $"4 KB write + fdatasync, p{percent}", Value = disk.Percentile(percent), Unit = "ms" };
            yield return own;
            yield return own with
            {
                Name = $"step alone, p{percent}",
                Value = new Sample(rounds.Select(round => round.Percentile(percent))).Median,
                Limit = full ? (DiskShare * own.Value) + OwnMilliseconds : null,
            };
        }
    }

    private static void Register(DurableTaskRegistry registry, List<long> moments)
    {
        registry.AddActivityFunc<int, string>("Step", (_, _) =>
        {
            moments.Add(Stopwatch.GetTimestamp());
            return Payload.OneKilobyte;
        });
        registry.AddOrchestratorFunc<int, int>("Chain", async (context, steps) =>
        {
            int length = 0;
            for (int step = 0; step < steps; step++)
            {
                length += (await context.CallActivityAsync<string>("Step", step)).Length;
            }

            return length;
        });
    }
}
