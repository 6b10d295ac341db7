using System.Globalization;
using Workflows.Planner;

namespace Workflows.Bench.Schedule;

/// <summary>Reviews of several sizes: ours, the lower bound, the document's algorithm, and the targets.</summary>
internal static class Schedules
{
    private const double OverBound = 1.03;
    private const double OverBlind = 1.12;
    private const int OverBoundFrom = 30;
    private const double Headline = 600;
    private const int HeadlineFiles = 50;

    private static readonly int[] Sizes = [10, 30, 50, 200];

    /// <summary>A review within its budgets, but for those that they are not made for: 200 files, and calls of up to 40 s, of which a file makes three in a row.</summary>
    public static Task<Plan> PlanAsync(PlanProfile profile, int files) => ReviewPlanning.RunAsync(new PlanRequest
    {
        Files = files,
        Profile = profile,
        Budget = files > HeadlineFiles || profile.Name == PlanProfile.RandomName ? null : TimeSpan.FromSeconds(Headline),
    });

    public static async Task RunAsync(IReadOnlyList<PlanProfile> profiles, IReadOnlyList<int> files, Tally tally)
    {
        List<IReadOnlyList<string>> rows = [["profile", "files", "ours s", "bound s", "÷ bound", "≤ 1.03", "blind s", "÷ blind", "≤ 1.12", "theirs s", "÷ theirs", "≤ 1", "≤ 600 s", "complete", "counters", "requests", "binds"]];
        foreach (PlanProfile profile in profiles)
        {
            foreach (int size in files.Count > 0 ? files : Sizes)
            {
                rows.Add(Row(await PlanAsync(profile, size), tally));
            }
        }

        Table.Write(tally.Output, rows);
    }

    private static List<string> Row(Plan plan, Tally tally) =>
    [
        plan.Profile,
        Number(plan.Files, "F0"),
        Number(plan.Makespan, "F2"),
        Number(plan.Bound.Seconds, "F2"),
        Number(plan.OverBound, "F3"),
        plan.Files < OverBoundFrom ? "" : KnowsTimes(plan) ? tally.Note(plan.OverBound <= OverBound) : plan.OverBound <= OverBound ? "kept" : "missed",
        Number(plan.Bound.WithoutForesight, "F2"),
        Number(plan.Makespan / plan.Bound.WithoutForesight, "F3"),
        plan.Files >= OverBoundFrom ? tally.Note(plan.Makespan <= plan.Bound.WithoutForesight * OverBlind) : "",
        Number(plan.DocumentsAlgorithm, "F2"),
        Number(plan.Makespan / plan.DocumentsAlgorithm, "F3"),
        tally.Note(plan.Makespan <= plan.DocumentsAlgorithm),
        plan.Files == HeadlineFiles ? tally.Note(plan.Makespan <= Headline) : "",
        tally.Note(plan.Complete),
        tally.Note(plan.CountersAgree),
        Number(plan.Requests, "F0"),
        plan.Binds,
    ];

    /// <summary>Whether a task tells how long its calls take: only then can a schedule be held against a bound that knows each call's time.</summary>
    private static bool KnowsTimes(Plan plan) => plan.Profile != PlanProfile.RandomName;

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
