using Workflows.Bench.Expressions.Driving;
using Workflows.Shared.Expressions;

namespace Workflows.Bench.Expressions;

/// <summary>Chunks of five seconds each, side by side and one after the other.</summary>
internal static class Speed
{
    private const double TimeScale = 2;
    private const double SecondsOfChunk = 5;
    private const int Workers = 5;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Verdict verdict)
    {
        using WorkFolder folder = new();
        await using SimulatedModels models = await SimulatedModels.StartAsync("documents", TimeScale);
        await using ServedExpressions served = await ServedExpressions.StartAsync(models, folder, TimeScale);

        // What programs do for the first time takes longer, and has no part in this.
        await served.AnalyseAsync(12, 9);
        ExpressionReport sequential = await served.AnalyseAsync(12, 1, isParallel: false);
        ExpressionReport parallel = await served.AnalyseAsync(12, 1);
        double faster = sequential.Seconds / parallel.Seconds;
        Verdict.Note($"12 chunks of 5 s, simulated: sequential {sequential.Seconds:0.00} s, parallel {parallel.Seconds:0.00} s; {parallel.Expressions.Count} expressions, {parallel.Expressions.Count(one => one.Timing is not null)} with a time");
        verdict.Say("parallel is faster by", $"{faster:0.00}", "at least 3.8; 4.0 is the most that 5 workers can", faster >= 3.8);
        int differences = SameExpressions.Differences(sequential, parallel);
        verdict.Say("expressions that differ between the two", $"{differences}", "0", differences == 0);

        ExpressionReport forty = await served.AnalyseAsync(40, 2);
        double bound = Math.Ceiling(40.0 / Workers) * SecondsOfChunk;
        verdict.Say("40 chunks, time over bound", $"{forty.Seconds / bound:0.000} ({forty.Seconds:0.00} s)", "1.15 on any machine; 1.05 in virtual time", forty.Seconds <= 1.15 * bound);
        verdict.Say("calls at once", $"{(await models.CountersAsync()).PeakConcurrent}", "5", (await models.CountersAsync()).PeakConcurrent == Workers);
    }
}
