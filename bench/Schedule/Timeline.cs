using Workflows.Planner;

namespace Workflows.Bench.Schedule;

/// <summary>What each pool did in each half minute of a run.</summary>
internal static class Timeline
{
    private const double Step = 30;

    public static void Write(TextWriter output, Plan plan)
    {
        foreach (PoolUse pool in plan.Pools)
        {
            for (double from = 0; from < plan.Makespan; from += Step)
            {
                double busy = plan.Sent.Where(one => one.Pool == pool.Pool).Sum(one => Math.Max(0, Math.Min(one.Ended, from + Step) - Math.Max(one.Sent, from)));
                IEnumerable<string> tasks = plan.Sent
                    .Where(one => one.Pool == pool.Pool && one.Sent >= from && one.Sent < from + Step)
                    .GroupBy(one => one.Task)
                    .OrderBy(task => task.Key, StringComparer.Ordinal)
                    .Select(task => $"{task.Key} {task.Count()}");
                output.WriteLine(FormattableString.Invariant($"{pool.Pool,8} {from,5}: {busy / Step,5:F1} busy, sent {string.Join(", ", tasks)}"));
            }
        }
    }
}
