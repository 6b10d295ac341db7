using System.Globalization;
using Workflows.Planner;
using Workflows.Planner.Yardsticks;

namespace Workflows.Bench.Schedule.Faults;

/// <summary>Reviews of 50 files while a pool misbehaves, beside what is possible at all. What is seen is printed; a run fails when a request passes by the fleet.</summary>
internal static class FaultRuns
{
    private const int Files = 50;

    /// <summary>The files' calls end here, so that the last call still fits into the review's 600 s.</summary>
    private const int WorkEnds = 540;

    public static async Task RunAsync(Tally tally)
    {
        List<IReadOnlyList<string>> rows =
        [
            ["fault", "makespan s", "bound s", "÷ bound", "complete", "missing", "undone", "least undone", "refused 429", "503", "broken off", "primary", "secondary", "counters"],
        ];
        Workload? all = null;
        foreach (Fault fault in Fault.All)
        {
            Plan plan = await PlanAsync(fault);
            all ??= Workload.Of(plan.Sent, fault.Profile);
            rows.Add(Row(fault, plan, all, tally));
        }

        Table.Write(tally.Output, rows);
        await BatchFlood.RunAsync(tally);
    }

    private static Task<Plan> PlanAsync(Fault fault) => ReviewPlanning.RunAsync(new PlanRequest
    {
        Files = Files,
        Profile = fault.Profile,
        Meanwhile = app =>
        {
            fault.Arrange(app);
            return Task.CompletedTask;
        },
    });

    private static List<string> Row(Fault fault, Plan plan, Workload all, Tally tally)
    {
        FaultBound bound = new(all, fault.PrimarySlots, fault.SecondaryTakes);
        double? makespan = bound.Makespan();
        int calls = all.First.Count + all.Middle.Count + all.Last.Count;
        return
        [
            fault.Name,
            plan.Makespan.ToString("F2", CultureInfo.InvariantCulture),
            makespan?.ToString("F0", CultureInfo.InvariantCulture) ?? "never",
            plan.Complete ? (plan.Makespan / makespan)?.ToString("F3", CultureInfo.InvariantCulture) ?? "" : "",
            plan.Complete ? "yes" : "no",
            Number(plan.Missing.Count),
            Number(calls - plan.Sent.Where(request => request.Status == 200).Select(request => request.Instance).Distinct().Count()),
            Number(bound.Missing(WorkEnds)),
            Number(plan.Sent.Count(request => request.Status == 429)),
            Number(plan.Sent.Count(request => request.Status == 503)),
            Number(plan.Sent.Count(request => request.Status == 0)),
            Number(plan.Pools[0].Requests),
            Number(plan.Pools[1].Requests),
            tally.Note(plan.CountersAgree),
        ];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
