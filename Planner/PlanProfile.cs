using Workflows.Simulator.Profiles;

namespace Workflows.Planner;

/// <summary>Models and their times, for a plan.</summary>
public sealed record PlanProfile
{
    /// <summary>The name of <see cref="Random"/>.</summary>
    public const string RandomName = "random";

    /// <summary>The profiles' names.</summary>
    public static IReadOnlyList<string> Names { get; } = [NamedProfiles.Documents, NamedProfiles.Quick, RandomName];

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The models by name: limits and times.</summary>
    public required IReadOnlyDictionary<string, ModelProfile> Models { get; init; }

    /// <summary>The limits and the times of the documents.</summary>
    public static PlanProfile Documents { get; } = new() { Name = NamedProfiles.Documents, Models = NamedProfiles.Get(NamedProfiles.Documents) };

    /// <summary>Quick models.</summary>
    public static PlanProfile Quick { get; } = new() { Name = NamedProfiles.Quick, Models = NamedProfiles.Get(NamedProfiles.Quick) };

    /// <summary>The limits of the documents; every call takes 10 to 40 seconds at random.</summary>
    public static PlanProfile Random { get; } = new()
    {
        Name = RandomName,
        Models = Documents.Models.ToDictionary(
            model => model.Key,
            model => model.Value with { Latency = LatencyProfile.Uniform(10, 40), Tasks = new Dictionary<string, TaskProfile>() }),
    };

    /// <summary>A profile by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message tells which there are.</exception>
    public static PlanProfile Get(string name) => name switch
    {
        NamedProfiles.Documents => Documents,
        NamedProfiles.Quick => Quick,
        RandomName => Random,
        _ => throw new ArgumentException($"There is no profile '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
    };
}
