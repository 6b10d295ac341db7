using Workflows.Planner;
using Workflows.Planner.Running;
using Workflows.Simulator.Profiles;

namespace Workflows.Bench.Schedule.Faults;

/// <summary>A fault of a pool, and what capacity it leaves.</summary>
internal sealed record Fault
{
    private static readonly FaultSetting Always = new() { Rate = 1 };

    public required string Name { get; init; }

    public PlanProfile Profile { get; init; } = PlanProfile.Documents;

    /// <summary>Brings it about.</summary>
    public Action<VirtualApp> Arrange { get; init; } = _ => { };

    /// <summary>How many calls the primary works on in a second of the run.</summary>
    public Func<int, int> PrimarySlots { get; init; } = _ => 8;

    /// <summary>Whether the secondary takes calls in a second of the run.</summary>
    public Func<int, bool> SecondaryTakes { get; init; } = _ => true;

    public static IReadOnlyList<Fault> All { get; } =
    [
        new() { Name = "none" },
        new()
        {
            Name = "secondary: 429 from 60 to 180 s",
            Arrange = app =>
            {
                app.At(60, () => Break(app, NamedProfiles.Secondary, new FaultSettings { Http429 = Always }));
                app.At(180, () => Break(app, NamedProfiles.Secondary, new FaultSettings()));
            },
            SecondaryTakes = second => second is < 60 or >= 180,
        },
        new()
        {
            Name = "primary: 429 from 60 to 180 s",
            Arrange = app =>
            {
                app.At(60, () => Break(app, NamedProfiles.Primary, new FaultSettings { Http429 = Always }));
                app.At(180, () => Break(app, NamedProfiles.Primary, new FaultSettings()));
            },

            // What was accepted before goes on for 20 s at most.
            PrimarySlots = second => second is < 80 or >= 180 ? 8 : 0,
        },
        new()
        {
            Name = "secondary: dead from 150 s",
            Arrange = app => app.At(150, () => Break(app, NamedProfiles.Secondary, new FaultSettings { Http503 = Always })),
            SecondaryTakes = second => second <= 150,
        },
        new()
        {
            Name = "primary: 8 at once, 2 from 60 s",
            Arrange = app => app.At(60, () => app.Models[NamedProfiles.Primary].Update(model => model with { MaxConcurrent = 2 })),
            PrimarySlots = second => second < 80 ? 8 : 2,
        },
        new() { Name = "primary: one at a time, refuses none", Profile = OneAtATime(), PrimarySlots = _ => 1 },
    ];

    private static PlanProfile OneAtATime() => PlanProfile.Documents with
    {
        Name = "one-at-a-time",
        Models = PlanProfile.Documents.Models.ToDictionary(
            model => model.Key, model => model.Key == NamedProfiles.Primary ? model.Value with { Parallel = 1 } : model.Value),
    };

    private static void Break(VirtualApp app, string model, FaultSettings faults) => app.Models[model].Update(profile => profile with { Faults = faults });
}
