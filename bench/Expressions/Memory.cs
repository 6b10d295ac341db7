using System.Diagnostics;
using Workflows.Bench.Expressions.Driving;
using Workflows.Shared.Expressions;

namespace Workflows.Bench.Expressions;

/// <summary>How the memory of one serving process grows with an analysis.</summary>
internal static class Memory
{
    private const double Target = 50;
    private const double Limit = 500;

    // Five calls of a tenth of a second at once: the program itself is what is busy.
    private const double SimulatorScale = 50;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Verdict verdict)
    {
        using WorkFolder folder = new();
        await using SimulatedModels models = await SimulatedModels.StartAsync("documents", SimulatorScale);
        await using ServedExpressions served = await ServedExpressions.StartAsync(models, folder);
        await served.AnalyseAsync(20, 10);
        await GrowthAsync(verdict, served, 20, 11);
        await GrowthAsync(verdict, served, 400, 12);
        await GrowthAsync(verdict, served, 400, 13);
    }

    private static async Task GrowthAsync(Verdict verdict, ServedExpressions served, int chunks, int seed)
    {
        served.ForgetPeak();
        double before = served.Resident();
        Stopwatch clock = Stopwatch.StartNew();
        ExpressionReport report = await served.AnalyseAsync(chunks, seed);
        double growth = served.Peak() - before;
        Verdict.Note($"{chunks} chunks, simulated: {report.Expressions.Count} expressions in {clock.Elapsed.TotalSeconds:0.0} s; resident before {before:0} MB, at the peak {served.Peak():0} MB, after {served.Resident():0} MB, of it files {served.Files():0} MB");
        verdict.Say($"{chunks} chunks: the most that memory grew", $"{growth:0} MB, target of {Target} MB {(growth < Target ? "met" : "missed")}", $"{Limit} MB", growth < Limit);
    }
}
