namespace Workflows.Shared.Models;

/// <summary>Lays what is configured over the defaults.</summary>
internal static class ModelOptionsMerge
{
    /// <summary>Complete options; whatever is still absent then has no default.</summary>
    public static ModelOptions OverDefaults(ModelOptions options)
    {
        var pools = ModelDefaults.Pools();
        foreach (var (name, pool) in options.Pools)
        {
            pools[name] = Over(pool ?? new ModelPoolOptions(), pools.GetValueOrDefault(name) ?? new ModelPoolOptions { TimeoutSeconds = ModelDefaults.TimeoutSeconds });
        }

        var tasks = ModelDefaults.Tasks();
        foreach (var (id, task) in options.Tasks)
        {
            tasks[id] = Over(task ?? new ModelTaskOptions(), tasks.GetValueOrDefault(id) ?? new ModelTaskOptions { Class = CallClass.Interactive });
        }

        if (options.IsSimulated)
        {
            var isQuick = options.SimulatorProfile == SimulatedLimits.Quick;
            foreach (var name in pools.Keys.ToList())
            {
                pools[name] = Simulated(name, options.Pools.GetValueOrDefault(name) ?? new ModelPoolOptions(), pools[name], isQuick);
            }
        }

        return new ModelOptions { SimulatorProfile = options.SimulatorProfile, Pools = pools, Tasks = tasks };
    }

    private static ModelPoolOptions Simulated(string name, ModelPoolOptions configured, ModelPoolOptions merged, bool isQuick)
    {
        var simulated = isQuick || !ModelDefaults.Pools().ContainsKey(name) ? Over(configured, SimulatedLimits.QuickPool()) : merged;

        // The simulator knows its models by the pools' names.
        simulated.Model = name;
        simulated.ContextTokens ??= merged.ContextTokens ?? 128_000;
        simulated.TimeoutSeconds ??= merged.TimeoutSeconds;
        return simulated;
    }

    private static ModelPoolOptions Over(ModelPoolOptions set, ModelPoolOptions fallback) => new()
    {
        Endpoint = string.IsNullOrWhiteSpace(set.Endpoint) ? null : set.Endpoint.Trim(),
        Model = string.IsNullOrWhiteSpace(set.Model) ? fallback.Model : set.Model.Trim(),
        ApiKey = string.IsNullOrWhiteSpace(set.ApiKey) ? null : set.ApiKey.Trim(),
        ContextTokens = set.ContextTokens ?? fallback.ContextTokens,
        MaxConcurrent = set.MaxConcurrent ?? fallback.MaxConcurrent,
        CallsPerMinute = set.CallsPerMinute ?? fallback.CallsPerMinute,
        TokensPerMinute = set.TokensPerMinute ?? fallback.TokensPerMinute,
        TimeoutSeconds = set.TimeoutSeconds ?? fallback.TimeoutSeconds,
        EnableThinking = set.EnableThinking,
    };

    private static ModelTaskOptions Over(ModelTaskOptions set, ModelTaskOptions fallback)
    {
        var pool = string.IsNullOrWhiteSpace(set.Pool) ? fallback.Pool : set.Pool.Trim();
        return new ModelTaskOptions
        {
            Pool = pool,

            // A task moved to its default fallback by one key has no other pool left; a list that was written down is checked as it is.
            Fallbacks = set.Fallbacks ?? [.. (fallback.Fallbacks ?? []).Where(name => !string.Equals(name, pool, StringComparison.OrdinalIgnoreCase))],
            TokenThreshold = set.TokenThreshold ?? fallback.TokenThreshold,
            TokenThresholdPool = string.IsNullOrWhiteSpace(set.TokenThresholdPool) ? fallback.TokenThresholdPool : set.TokenThresholdPool.Trim(),
            MaxOutputTokens = set.MaxOutputTokens ?? fallback.MaxOutputTokens,
            Temperature = set.Temperature ?? fallback.Temperature,
            Class = set.Class ?? fallback.Class,
            BudgetSeconds = set.BudgetSeconds ?? fallback.BudgetSeconds,
        };
    }
}
