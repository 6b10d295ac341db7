using System.Globalization;
using Workflows.Planner;
using Workflows.Planner.Running;
using Workflows.Simulator.Profiles;

namespace Workflows.Bench.Schedule.Faults;

/// <summary>Reviews of 50 files while a pool misbehaves. What is seen is printed; a run fails when a request passes by the fleet.</summary>
internal static class FaultRuns
{
    private const int Files = 50;
    private static readonly FaultSetting Always = new() { Rate = 1 };

    public static async Task RunAsync(Tally tally)
    {
        List<IReadOnlyList<string>> rows = [["fault", "makespan s", "complete", "missing", "answered", "refused 429", "503", "broken off", "primary", "secondary", "counters"]];
        rows.Add(await RunAsync("none", PlanProfile.Documents, _ => { }, tally));
        rows.Add(await RunAsync("secondary: 429 from 60 to 180 s", PlanProfile.Documents, app =>
        {
            app.At(60, () => Break(app, NamedProfiles.Secondary, new FaultSettings { Http429 = Always }));
            app.At(180, () => Break(app, NamedProfiles.Secondary, new FaultSettings()));
        }, tally));
        rows.Add(await RunAsync("primary: 429 from 60 to 180 s", PlanProfile.Documents, app =>
        {
            app.At(60, () => Break(app, NamedProfiles.Primary, new FaultSettings { Http429 = Always }));
            app.At(180, () => Break(app, NamedProfiles.Primary, new FaultSettings()));
        }, tally));
        rows.Add(await RunAsync("secondary: dead from 150 s", PlanProfile.Documents, app =>
            app.At(150, () => Break(app, NamedProfiles.Secondary, new FaultSettings { Http503 = Always })), tally));
        rows.Add(await RunAsync("primary: 8 at once, 2 from 60 s", PlanProfile.Documents, app =>
            app.At(60, () => app.Models[NamedProfiles.Primary].Update(model => model with { MaxConcurrent = 2 })), tally));
        rows.Add(await RunAsync("primary: one at a time, refuses none", OneAtATime, _ => { }, tally));
        Table.Write(tally.Output, rows);
        await BatchFlood.RunAsync(tally);
    }

    private static PlanProfile OneAtATime { get; } = PlanProfile.Documents with
    {
        Name = "one-at-a-time",
        Models = PlanProfile.Documents.Models.ToDictionary(
            model => model.Key, model => model.Key == NamedProfiles.Primary ? model.Value with { Parallel = 1 } : model.Value),
    };

    private static void Break(VirtualApp app, string model, FaultSettings faults) => app.Models[model].Update(profile => profile with { Faults = faults });

    private static async Task<IReadOnlyList<string>> RunAsync(string fault, PlanProfile profile, Action<VirtualApp> arrange, Tally tally)
    {
        Plan plan = await ReviewPlanning.RunAsync(new PlanRequest
        {
            Files = Files,
            Profile = profile,
            Meanwhile = app =>
            {
                arrange(app);
                return Task.CompletedTask;
            },
        });
        return
        [
            fault,
            plan.Makespan.ToString("F2", CultureInfo.InvariantCulture),
            plan.Complete ? "yes" : "no",
            Number(plan.Missing.Count),
            Number(plan.Sent.Count(request => request.Status == 200)),
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
