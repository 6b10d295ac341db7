namespace Workflows.Shared.Models;

/// <summary>Lays what is configured over the defaults.</summary>
internal static class ModelOptionsMerge
{
    /// <summary>Complete options; whatever is still absent then has no default.</summary>
    public static ModelOptions OverDefaults(ModelOptions options)
    {
        var pools = ModelDefaults.Pools();
        var isSimulated = options.IsSimulated;
        foreach (var (name, pool) in options.Pools)
        {
            pools[name] = Over(pool ?? new ModelPoolOptions(), pools.GetValueOrDefault(name) ?? new ModelPoolOptions { TimeoutSeconds = ModelDefaults.TimeoutSeconds });
        }

        // Beside real servers the tasks of workflows of which nothing is configured would only demand models that nobody wants.
        var tasks = DefaultGroups.All()
            .Where(group => isSimulated || group.IsTouchedBy(options))
            .SelectMany(group => group.Tasks)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, task) in options.Tasks)
        {
            tasks[id] = Over(task ?? new ModelTaskOptions(), tasks.GetValueOrDefault(id) ?? new ModelTaskOptions { Class = CallClass.Interactive });
        }

        if (isSimulated)
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
        var documented = ModelDefaults.Pools().GetValueOrDefault(name);
        var simulated = isQuick || documented is null ? Over(configured, SimulatedLimits.QuickPool(documented?.MaxConcurrent)) : merged;

        // The simulator knows its models by the pools' names.
        simulated.Model = name;
        simulated.ContextTokens ??= merged.ContextTokens ?? 128_000;
        simulated.TimeoutSeconds ??= merged.TimeoutSeconds;
        simulated.ResourceClass ??= merged.ResourceClass;
        return simulated;
    }

    private static ModelPoolOptions Over(ModelPoolOptions set, ModelPoolOptions fallback) => new()
    {
        Endpoint = string.IsNullOrWhiteSpace(set.Endpoint) ? null : set.Endpoint.Trim(),
        Model = string.IsNullOrWhiteSpace(set.Model) ? fallback.Model : set.Model.Trim(),
        ApiKey = string.IsNullOrWhiteSpace(set.ApiKey) ? null : set.ApiKey.Trim(),
        Credential = set.Credential,
        ContextTokens = set.ContextTokens ?? fallback.ContextTokens,
        MaxConcurrent = set.MaxConcurrent ?? fallback.MaxConcurrent,
        CallsPerMinute = set.CallsPerMinute ?? fallback.CallsPerMinute,
        TokensPerMinute = set.TokensPerMinute ?? fallback.TokensPerMinute,
        TimeoutSeconds = set.TimeoutSeconds ?? fallback.TimeoutSeconds,
        EnableThinking = set.EnableThinking,
        PromptPrice = set.PromptPrice,
        CompletionPrice = set.CompletionPrice,
        ServerMetrics = set.ServerMetrics,
        RealtimeShare = set.RealtimeShare ?? fallback.RealtimeShare,
        InteractiveShare = set.InteractiveShare ?? fallback.InteractiveShare,
        BatchShare = set.BatchShare ?? fallback.BatchShare,
        Fleet = string.IsNullOrWhiteSpace(set.Fleet) ? fallback.Fleet : set.Fleet.Trim(),
        ResourceClass = string.IsNullOrWhiteSpace(set.ResourceClass) ? fallback.ResourceClass : set.ResourceClass.Trim(),
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
            AnswerSchema = set.AnswerSchema ?? fallback.AnswerSchema,
            Class = set.Class ?? fallback.Class,
            BudgetSeconds = set.BudgetSeconds ?? fallback.BudgetSeconds,
        };
    }
}
