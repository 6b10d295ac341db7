using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>Five activities one after another, many instances at once.</summary>
internal sealed class HelloCities : IMeasure
{
    private const int Steps = 5;
    private const int Work = 20_000;

    private static readonly string[] Cities = ["Lisbon", "Nairobi", "Osaka", "Quito", "Tartu"];

    public string Name => "hello-cities";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        List<Figure> figures = [];
        foreach (bool full in settings.Syncs)
        {
            using WorkFolder folder = WorkFolder.Create();
            await using BenchEngine engine = BenchEngine.Open(folder.Location, full, Register);
            await RunAsync(engine, 200, 10);
            foreach (int instances in settings.NumbersOr(1000))
            {
                Progress.Say($"{Name} {instances:N0}, {BenchSettings.NameOf(full)}");
                List<Spent> rounds = [];
                int times = Math.Max(1, Work / (instances * Steps));
                for (int round = 0; round < settings.Rounds; round++)
                {
                    rounds.Add(await Spent.OnAsync(() => RunAsync(engine, instances, times)));
                }

                figures.AddRange(Report(instances, (double)instances * Steps * times, BenchSettings.NameOf(full), rounds));
            }
        }

        return figures;
    }

    private static async Task RunAsync(BenchEngine engine, int instances, int times)
    {
        for (int time = 0; time < times; time++)
        {
            await engine.RunManyAsync("HelloCities", instances, i => i);
        }
    }

    private IEnumerable<Figure> Report(int instances, double activities, string sync, List<Spent> rounds)
    {
        yield return new Figure
        {
            Measure = Name,
            Sync = sync,
            Name = $"{instances:N0} at once",
            Value = new Sample(rounds.Select(r => activities / r.Seconds)).Median,
            Unit = "activities/s",
            Limit = instances == 1000 && sync == "full" ? 10_000 : null,
            AtLeast = true,
        };
        yield return new Figure { Measure = Name, Sync = sync, Name = "  processor", Value = new Sample(rounds.Select(r => r.CpuSeconds * 1e6 / activities)).Median, Unit = "µs/activity" };
        yield return new Figure { Measure = Name, Sync = sync, Name = "  allocated", Value = new Sample(rounds.Select(r => r.Bytes / activities)).Median, Unit = "B/activity" };
    }

    private static void Register(DurableTaskRegistry registry)
    {
        registry.AddActivityFunc<string, string>("Greet", (_, _) => Payload.OneKilobyte);
        registry.AddOrchestratorFunc<int, int>("HelloCities", async (context, _) =>
        {
            int length = 0;
            foreach (string city in Cities)
            {
                length += (await context.CallActivityAsync<string>("Greet", city)).Length;
            }

            return length;
        });
    }
}
