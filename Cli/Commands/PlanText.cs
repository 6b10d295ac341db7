using System.Globalization;
using Workflows.Planner;

namespace Workflows.Cli.Commands;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static string Of(Plan plan)
    {
        List<string> lines =
        [
            $"review of {plan.Files} files, profile {plan.Profile} (simulated models, virtual time)",
            $"makespan     {Seconds(plan.Makespan)}{Budget(plan)}",
            $"lower bound  {Seconds(plan.Bound.Seconds)}  makespan ÷ bound {Ratio(plan.OverBound)}",
            $"binds        {plan.Binds}",
            $"document's   {Seconds(plan.DocumentsAlgorithm)}  for the same calls by the document's own algorithm",
            $"requests     {plan.Requests}",
        ];
        lines.AddRange(plan.Pools.Select(pool => string.Create(
            CultureInfo.InvariantCulture,
            $"{pool.Pool,-11}  {pool.Requests} requests, at most {pool.PeakConcurrent} of {pool.MaxConcurrent} at once, {pool.Busy:P0} of its slots' time{Rate(pool)}{Failed(pool)}")));
        if (plan.Missing.Count > 0)
        {
            lines.Add($"partial      {plan.Missing.Count} answers missing, the first: {CliConsole.OneLine(plan.Missing[0])}");
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Budget(Plan plan) => plan.Budget is { } budget ? $"  of a budget of {Seconds(budget)}" : "  (no budget)";

    private static string Rate(PoolUse pool) => pool.CallsPerMinute is { } calls
        ? string.Create(CultureInfo.InvariantCulture, $"; at most {pool.PeakCallsPerMinute} of {calls} in a minute, {pool.RateUsed:P0} of its rate")
        : "";

    private static string Failed(PoolUse pool) => pool.Failed > 0 ? $"; {pool.Failed} failed" : "";

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s");

    private static string Ratio(double ratio) => ratio.ToString("F3", CultureInfo.InvariantCulture);
}
