using Workflows.Bench.Expressions.Driving;
using Workflows.Shared.Expressions;

namespace Workflows.Bench.Expressions;

/// <summary>Chunks of five seconds each, side by side and one after the other.</summary>
internal static class Speed
{
    private const double TimeScale = 5;
    private const double SecondsOfChunk = 5;
    private const int Workers = 5;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Verdict verdict)
    {
        using WorkFolder folder = new();
        await using SimulatedModels models = await SimulatedModels.StartAsync("documents", TimeScale);
        Film film = await Film.WriteAsync(12, 1, folder, models, TimeScale);

        // The simulator's first answer takes longer than those that follow.
        await film.AnalyseAsync("--test");
        ExpressionReport sequential = await film.AnalyseAsync("--sequential");
        ExpressionReport parallel = await film.AnalyseAsync();
        double faster = sequential.Seconds / parallel.Seconds;
        Verdict.Note($"12 chunks of 5 s, simulated: sequential {sequential.Seconds:0.00} s, parallel {parallel.Seconds:0.00} s; {parallel.Expressions.Count} expressions, {parallel.Expressions.Count(one => one.Timing is not null)} with a time");
        verdict.Say("parallel is faster by", $"{faster:0.00}", "at least 3.8; 4.0 is the most that 5 workers can", faster >= 3.8);
        int differences = SameExpressions.Differences(sequential, parallel);
        verdict.Say("expressions that differ between the two", $"{differences}", "0", differences == 0 && sequential.Status == ExpressionStatus.Complete && parallel.Status == ExpressionStatus.Complete);

        ExpressionReport long40 = await (await Film.WriteAsync(40, 2, folder, models, TimeScale)).AnalyseAsync();
        double bound = Math.Ceiling(40.0 / Workers) * SecondsOfChunk;
        verdict.Say("40 chunks, time over bound", $"{long40.Seconds / bound:0.000} ({long40.Seconds:0.00} s)", "1.15 on any machine; 1.05 in virtual time", long40.Seconds <= 1.15 * bound);
        verdict.Say("calls at once", $"{(await models.CountersAsync()).PeakConcurrent}", "5", (await models.CountersAsync()).PeakConcurrent == Workers);
    }
}
