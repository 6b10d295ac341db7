using System.Diagnostics;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>What a piece of work took: time, processor time of all threads, memory allocated.</summary>
internal sealed record Spent(double Seconds, double CpuSeconds, double Bytes)
{
    /// <summary>Does the work and measures it. Garbage of what was before is collected first.</summary>
    public static async Task<Spent> OnAsync(Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long bytes = GC.GetTotalAllocatedBytes();
        long from = Stopwatch.GetTimestamp();
        await work();
        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return new Spent(seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes() - bytes);
    }
}
