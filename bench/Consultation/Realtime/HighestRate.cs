using System.Globalization;
using System.Text.Json.Nodes;
using Workflows.Bench.Consultation.Driving;

namespace Workflows.Bench.Consultation.Realtime;

/// <summary>The highest rate at which the 99th percentile stays under three seconds, and the highest that the models keep up with, with 300 ms a call.</summary>
internal static class HighestRate
{
    private const double First = 10;
    private const double Highest = 2_000;
    private const int Bisections = 3;
    private const double FewDegraded = 0.01;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(List<IReadOnlyList<string>> rows, List<string> notes)
    {
        foreach (int slots in new[] { 8, 64 })
        {
            await using SimulatedModels models = await SimulatedModels.StartAsync(1);
            await models.ChangeSmallAsync(() => JsonNode.Parse("""{"latency":{"kind":"fixed","seconds":0.3},"maxConcurrent":64}""")!.AsObject());
            await using ServingHost host = await ServingHost.StartAsync(models, slots);
            using SummaryLoad load = new(host.Address);
            await load.RunAsync(First, Rest);
            double kept = 0;
            double ofModels = 0;
            double rate = First;
            double missed = Highest;
            for (int bisections = 0; rate <= Highest && bisections < Bisections; rate = missed < Highest ? (kept + missed) / 2 : rate * 2)
            {
                SummaryFigures figures = new(await load.RunAsync(rate, Step));
                bool isKept = figures.P99 < SummaryFigures.Promise && figures.NotOk == 0;
                rows.Add(figures.Row($"{slots} slots, 0.3 s a call", rate, isKept ? "p99 yes" : "p99 no", figures.Errors == 0 ? "yes" : "no"));
                if (isKept)
                {
                    kept = Math.Max(kept, rate);
                    ofModels = figures.Degraded <= FewDegraded ? Math.Max(ofModels, rate) : ofModels;
                }
                else
                {
                    missed = rate;
                }

                bisections += missed < Highest ? 1 : 0;
                await Task.Delay(Rest);
            }

            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{slots} slots, 0.3 s a call: p99 under 3 s up to {kept:0} requests a second ({kept * 60:0} a minute); at most 1 % degraded up to {ofModels:0} a second"));
        }
    }
}
