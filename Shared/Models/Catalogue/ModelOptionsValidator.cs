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
            return ValidateOptionsResult.Fail(faults);
        }

        var merged = ModelOptionsMerge.OverDefaults(options);
        foreach (var (id, task) in merged.Tasks)
        {
            TaskFaults.Add(faults, id, task, merged);
        }

        var used = merged.Tasks.Values.SelectMany(CandidatesOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isSimulated = options.IsSimulated;
        foreach (var (poolName, pool) in merged.Pools)
        {
            var isNeeded = used.Contains(poolName) || options.Pools.ContainsKey(poolName);
            PoolFaults.Add(faults, poolName, pool, isSimulated, isNeeded);
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>The pools that a task may go to.</summary>
    internal static IEnumerable<string> CandidatesOf(ModelTaskOptions task) =>
        new[] { task.Pool, task.TokenThreshold is > 0 ? task.TokenThresholdPool : null }.Concat(task.Fallbacks ?? []).OfType<string>();
}
