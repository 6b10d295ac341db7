using System.Diagnostics;
using System.Text.Json.Nodes;
using Workflows.Bench.Expressions.Driving;
using Workflows.Shared.Expressions;

namespace Workflows.Bench.Expressions;

/// <summary>Analyses under faults and kills, each held against the undisturbed one.</summary>
internal sealed class Faults : IDisposable
{
    private const double TimeScale = 15;
    private const int Chunks = 24;

    private readonly Verdict _verdict;
    private readonly Random _random;
    private readonly WorkFolder _folder = new();

    private Faults(Verdict verdict, int seed)
    {
        _verdict = verdict;
        _random = new Random(seed);
    }

    /// <summary>Runs them.</summary>
    /// <param name="verdict">Takes the figures.</param>
    /// <param name="kills">How often the program is killed.</param>
    /// <param name="seed">Seed of the moments.</param>
    public static async Task RunAsync(Verdict verdict, int kills, int seed)
    {
        using Faults faults = new(verdict, seed);
        await faults.RunAsync(kills);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync(int kills)
    {
        await using SimulatedModels models = await SimulatedModels.StartAsync("documents", TimeScale);
        Film film = await Film.WriteAsync(Chunks, 3, _folder, models, TimeScale);

        // The simulator's first answer takes longer than those that follow.
        await film.AnalyseAsync("--test");
        Stopwatch clock = Stopwatch.StartNew();
        ExpressionReport calm = await film.AnalyseAsync();
        TimeSpan work = TimeSpan.FromSeconds(calm.Seconds / TimeScale);
        TimeSpan startUp = clock.Elapsed - work;
        Verdict.Note($"undisturbed, simulated: {Chunks} chunks, {calm.Expressions.Count} expressions in {calm.Seconds:0.0} s, {calm.FailedChunks.Count} failed");

        await models.FaultsAsync(Third);
        Judge("30 % of calls fail", calm, await film.AnalyseAsync());
        await models.FaultsAsync(("http429", Strikes(rate: 0, next: 15)));
        Judge("15 calls refused (429)", calm, await film.AnalyseAsync());
        await models.FaultsAsync(("http500", Strikes(0.5)), ("brokenJson", Strikes(0.7)));
        Judge("85 % of calls fail", calm, await film.AnalyseAsync());
        await models.FaultsAsync(Third);
        await KillAsync(models, film, calm, kills, startUp, work);
    }

    private static (string, JsonObject)[] Third => [("http500", Strikes(0.16)), ("brokenJson", Strikes(0.166))];

    private static JsonObject Strikes(double rate, int next = 0) => new() { ["rate"] = rate, ["next"] = next };

    private async Task KillAsync(SimulatedModels models, Film film, ExpressionReport calm, int kills, TimeSpan startUp, TimeSpan work)
    {
        int struck = 0;
        int analyses = 0;
        int differences = 0;
        while (struck < kills)
        {
            string data = film.FreshData();
            long before = (await models.CountersAsync()).Accepted;
            ExpressionReport? end = null;
            for (int inOne = 0; end is null && struck < kills && inOne < 3; inOne++)
            {
                end = await film.AnalyseForAsync(data, (startUp * (0.7 + (0.3 * _random.NextDouble()))) + (work * 0.7 * _random.NextDouble()));
                struck += end is null ? 1 : 0;
            }

            end ??= await film.FinishAsync(data);
            long calls = (await models.CountersAsync()).Accepted;
            analyses++;
            differences += SameExpressions.Differences(calm, end);
            Verdict.Note($"analysis {analyses}, {struck} kills so far: {end.Status}, {end.Expressions.Count} expressions from {calls - before} calls{Named(end)}");
        }

        _verdict.Say($"expressions that differ after {struck} kills in {analyses} analyses, 30 % of calls failing", $"{differences}", "0", differences == 0);
    }

    private void Judge(string what, ExpressionReport calm, ExpressionReport disturbed)
    {
        int differences = SameExpressions.Differences(calm, disturbed);
        bool isNamed = disturbed.FailedChunks.All(failed => failed.Reason.Length > 0) && (disturbed.Status == ExpressionStatus.Complete) == (disturbed.FailedChunks.Count == 0);
        _verdict.Say($"{what}: expressions that differ", $"{differences} ({disturbed.Status}, {disturbed.Seconds:0.0} s{Named(disturbed)})", "0 in chunks that succeeded", differences == 0 && isNamed);
    }

    private static string Named(ExpressionReport report) =>
        report.FailedChunks.Count == 0 ? "" : $", failed chunks {string.Join(' ', report.FailedChunks.Select(failed => failed.Chunk))}";
}
