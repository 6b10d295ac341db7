namespace Workflows.Shared.Models;

/// <summary>
/// Default pools and tasks that are useful only together, as those of one workflow. Beside real servers a group of which nothing is
/// configured is left out, so that nobody has to deploy models for workflows that are not used.
/// </summary>
internal sealed record ModelGroup
{
    /// <summary>What the group is for.</summary>
    public required string Name { get; init; }

    /// <summary>Its pools, by name.</summary>
    public required IReadOnlyDictionary<string, ModelPoolOptions> Pools { get; init; }

    /// <summary>Its tasks, by id.</summary>
    public required IReadOnlyDictionary<string, ModelTaskOptions> Tasks { get; init; }

    /// <summary>Whether anything of it is configured: a key of one of its pools or tasks.</summary>
    public bool IsTouchedBy(ModelOptions configured) => Pools.Keys.Any(configured.Pools.ContainsKey) || Tasks.Keys.Any(configured.Tasks.ContainsKey);
}
