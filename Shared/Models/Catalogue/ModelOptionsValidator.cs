using Microsoft.Extensions.Options;

namespace Workflows.Shared.Models;

/// <summary>
/// Checks the catalogue at start: one message per fault, each naming its key. A key or an endpoint's user part is never repeated.
/// </summary>
public sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (!SimulatedLimits.Profiles.Contains(options.SimulatorProfile))
        {
            faults.Add($"Models:SimulatorProfile must be {string.Join(" or ", SimulatedLimits.Profiles)}.");
        }

        var merged = ModelOptionsMerge.OverDefaults(options);
        foreach (var (id, task) in merged.Tasks)
        {
            TaskFaults.Add(faults, id, task, merged);
        }

        if (merged.Tasks.Count == 0)
        {
            var groups = DefaultGroups.All().Where(group => group.Tasks.Count > 0);
            faults.Add($"{ModelOptions.Section}:Tasks: no task has a model. Give the pools of a workflow an endpoint: {string.Join("; ", groups.Select(group => $"{group.Name} ({string.Join(", ", group.Pools.Keys)})"))}.");
        }

        var used = merged.Tasks.Values.SelectMany(CandidatesOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isSimulated = options.IsSimulated;
        foreach (var (poolName, pool) in merged.Pools)
        {
            var isNeeded = used.Contains(poolName) || options.Pools.ContainsKey(poolName);
            PoolFaults.Add(faults, poolName, pool, isSimulated, isNeeded);
        }

        LoadFaults.Add(faults, merged);

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>The pools that a task may go to.</summary>
    internal static IEnumerable<string> CandidatesOf(ModelTaskOptions task) =>
        new[] { task.Pool, task.TokenThreshold is > 0 ? task.TokenThresholdPool : null }.Concat(task.Fallbacks ?? []).OfType<string>();
}
