using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>One orchestration that calls many activities at once: what an activity costs must not depend on how many there are.</summary>
internal sealed class FanOut : IMeasure
{
    private const double Flatness = 1.3;
    private const int Work = 20_000;

    public string Name => "fan-out";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        IReadOnlyList<int> sizes = settings.NumbersOr(100, 1_000, 10_000, 100_000);
        List<Figure> figures = [];
        foreach (bool full in settings.Syncs)
        {
            string sync = BenchSettings.NameOf(full);
            Dictionary<int, List<Spent>> spent = sizes.ToDictionary(size => size, _ => new List<Spent>());
            using (WorkFolder folder = WorkFolder.Create())
            {
                await using BenchEngine engine = BenchEngine.Open(folder.Location, full, Register);
                await RunAsync(engine, 100, 100);
                await RunAsync(engine, 10_000, 3);

                // Rounds outside, sizes inside: a machine that is slow for a while is then slow for all sizes.
                for (int round = 0; round < settings.Rounds; round++)
                {
                    foreach (int size in sizes)
                    {
                        int times = Math.Max(1, Work / size);
                        Spent took = await Spent.OnAsync(() => RunAsync(engine, size, times));
                        spent[size].Add(PerActivity(took, (double)size * times));
                        Progress.Say($"{Name} {size:N0} × {times}, {sync}: {spent[size][^1].Seconds * 1e6:F0} µs, processor {spent[size][^1].CpuSeconds * 1e6:F0} µs per activity");
                    }
                }
            }

            figures.AddRange(Report(sizes, sync, spent));
        }

        return figures;
    }

    private static Spent PerActivity(Spent all, double activities) => new(all.Seconds / activities, all.CpuSeconds / activities, all.Bytes / activities);

    private static async Task RunAsync(BenchEngine engine, int size, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await engine.RunAsync("FanOut", size);
        }
    }

    private IEnumerable<Figure> Report(IReadOnlyList<int> sizes, string sync, Dictionary<int, List<Spent>> spent)
    {
        foreach (int size in sizes)
        {
            yield return Per(size, "", "µs/activity", s => s.Seconds * 1e6);
            yield return Per(size, ", processor", "µs/activity", s => s.CpuSeconds * 1e6);
            yield return Per(size, ", allocated", "B/activity", s => s.Bytes);
        }

        if (sizes.Count > 1)
        {
            // The best round of each size: what other programs took of the machine is not the size's cost.
            double[] costs = [.. sizes.Select(size => spent[size].Min(s => s.Seconds))];
            double[] work = [.. sizes.Select(size => spent[size].Min(s => s.CpuSeconds))];
            string ends = $"{sizes[^1]:N0} ÷ {sizes[0]:N0}";
            yield return Ratio("dearest ÷ cheapest size", costs.Max() / costs.Min(), binding: false);
            yield return Ratio("dearest ÷ cheapest size, processor", work.Max() / work.Min(), binding: false);
            yield return Ratio(ends, costs[^1] / costs[0], binding: false);

            // Only processor time is not the other programs' doing.
            yield return Ratio($"{ends}, processor", work[^1] / work[0], binding: true);
        }

        Figure Per(int size, string what, string unit, Func<Spent, double> value) =>
            new() { Measure = Name, Sync = sync, Name = $"{size:N0}{what}", Value = new Sample(spent[size].Select(value)).Median, Unit = unit };

        Figure Ratio(string what, double value, bool binding) =>
            new() { Measure = Name, Sync = sync, Name = what, Value = value, Unit = "×", Limit = Flatness, Binding = binding };
    }

    private static void Register(DurableTaskRegistry registry)
    {
        registry.AddActivityFunc<int, string>("Work", (_, _) => Payload.OneKilobyte);
        registry.AddOrchestratorFunc<int, int>("FanOut", async (context, size) =>
        {
            string[] results = await Task.WhenAll(Enumerable.Range(0, size).Select(i => context.CallActivityAsync<string>("Work", i)));
            return results.Sum(result => result.Length);
        });
    }
}
