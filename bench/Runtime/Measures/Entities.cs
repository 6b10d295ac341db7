using System.Globalization;
using Workflows.Bench.Runtime.Measuring;
using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Bench.Runtime.Measures;

/// <summary>Calls and signals from orchestrations to one entity and to a thousand.</summary>
internal sealed class Entities : IMeasure
{
    private const int Operations = 10_000;
    private const int Callers = 100;

    public string Name => "entities";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchSettings settings)
    {
        List<Figure> figures = [];
        foreach (bool full in settings.Syncs)
        {
            using WorkFolder folder = WorkFolder.Create();
            await using BenchEngine engine = BenchEngine.Open(folder.Location, full, Register);
            await CallAsync(engine, 10, Operations);
            await SignalAsync(engine, 10, Operations);
            foreach (int entities in settings.NumbersOr(1, 1000))
            {
                foreach ((string what, Func<BenchEngine, int, int, Task> work) in new (string, Func<BenchEngine, int, int, Task>)[] { ("calls", CallAsync), ("signals", SignalAsync) })
                {
                    Progress.Say($"{Name}: {what} to {entities:N0}, {BenchSettings.NameOf(full)}");
                    List<Spent> rounds = [];
                    for (int round = 0; round < settings.Rounds; round++)
                    {
                        rounds.Add(await Spent.OnAsync(() => work(engine, entities, Operations)));
                    }

                    Figure rate = new()
                    {
                        Measure = Name,
                        Sync = BenchSettings.NameOf(full),
                        Name = $"{what} to {entities:N0}",
                        Value = new Sample(rounds.Select(r => Operations / r.Seconds)).Median,
                        Unit = $"{what}/s",
                    };
                    figures.Add(rate);
                    figures.Add(rate with { Name = "  processor", Value = new Sample(rounds.Select(r => r.CpuSeconds * 1e6 / Operations)).Median, Unit = "µs each" });
                }
            }
        }

        return figures;
    }

    /// <summary>As many callers as entities, but at least a hundred, each calling its own entity again and again.</summary>
    private static Task CallAsync(BenchEngine engine, int entities, int operations)
    {
        int callers = Math.Max(Callers, entities);
        return engine.RunManyAsync("Call", callers, i => new EntityWork { First = i % entities, Entities = 1, Operations = operations / callers });
    }

    private static async Task SignalAsync(BenchEngine engine, int entities, int operations)
    {
        Countdown seen = new(operations);
        BenchCounter.Expect(seen);
        await engine.RunManyAsync("Signal", Callers, i => new EntityWork { First = i * (operations / Callers), Entities = entities, Operations = operations / Callers });
        await seen.End;
    }

    private static EntityInstanceId Id(int number) => new("counter", number.ToString(CultureInfo.InvariantCulture));

    private static void Register(DurableTaskRegistry registry)
    {
        registry.AddEntity<BenchCounter>("counter");
        registry.AddOrchestratorFunc<EntityWork, int>("Call", async (context, work) =>
        {
            int count = 0;
            for (int i = 0; i < work.Operations; i++)
            {
                count = await context.Entities.CallEntityAsync<int>(Id(work.First), nameof(BenchCounter.Add));
            }

            return count;
        });
        registry.AddOrchestratorFunc<EntityWork>("Signal", async (context, work) =>
        {
            for (int i = 0; i < work.Operations; i++)
            {
                await context.Entities.SignalEntityAsync(Id((work.First + i) % work.Entities), nameof(BenchCounter.Note));
            }
        });
    }
}
