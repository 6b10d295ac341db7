namespace Workflows.Shared.Models;

/// <summary>What can be wrong with a task's settings.</summary>
internal static class TaskFaults
{
    private const int LongestBudget = 86_400;

    public static void Add(List<string> faults, string id, ModelTaskOptions task, ModelOptions merged)
    {
        var key = $"{ModelOptions.Section}:Tasks:{id}";
        if (!PoolFaults.IsName(id))
        {
            faults.Add($"{ModelOptions.Section}:Tasks: a task's id has 1 to 64 letters, digits, dots, underscores and hyphens.");
            return;
        }

        var known = string.Join(", ", merged.Pools.Keys);
        if (task.Pool is null)
        {
            faults.Add($"{key}:Pool is missing.");
        }
        else if (!merged.Pools.ContainsKey(task.Pool))
        {
            faults.Add($"{key}:Pool names the unknown pool '{task.Pool}'; there are {known}.");
        }

        AddFallbackFaults(faults, key, task, merged, known);
        AddThresholdFaults(faults, key, task, merged, known);
        Require(task.Temperature is null or (>= 0 and <= 2), $"{key}:Temperature must be between 0 and 2.");
        Require(task.BudgetSeconds is null or > 0 and <= LongestBudget, FormattableString.Invariant($"{key}:BudgetSeconds must be between 1 and {LongestBudget}."));
        Require(task.Class is { } callClass && Enum.IsDefined(callClass), $"{key}:Class must be {string.Join(", ", Enum.GetNames<CallClass>())}.");
        Require(task.AnswerSchema is null || Enum.IsDefined(task.AnswerSchema.Value), $"{key}:AnswerSchema must be {string.Join(" or ", Enum.GetNames<AnswerSchemaUse>())}.");
        AddOutputFaults(faults, key, task, merged);
        AddFleetFault(faults, key, task, merged);

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                faults.Add(message);
            }
        }
    }

    private static void AddFallbackFaults(List<string> faults, string key, ModelTaskOptions task, ModelOptions merged, string known)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { task.Pool ?? "" };
        var fallbacks = task.Fallbacks ?? [];
        for (var i = 0; i < fallbacks.Length; i++)
        {
            var fallback = fallbacks[i] ?? "";
            if (!merged.Pools.ContainsKey(fallback))
            {
                faults.Add(FormattableString.Invariant($"{key}:Fallbacks:{i} names the unknown pool '{fallback}'; there are {known}."));
            }
            else if (!seen.Add(fallback))
            {
                faults.Add(FormattableString.Invariant($"{key}:Fallbacks:{i} names the pool '{fallback}' a second time."));
            }
        }
    }

    private static void AddThresholdFaults(List<string> faults, string key, ModelTaskOptions task, ModelOptions merged, string known)
    {
        if (task.TokenThreshold < 0)
        {
            faults.Add($"{key}:TokenThreshold must be above 0, or 0 for none.");
        }
        else if (task.TokenThreshold is > 0 && task.TokenThresholdPool is null)
        {
            faults.Add($"{key}:TokenThresholdPool is missing: the threshold says nothing without it.");
        }
        else if (task.TokenThreshold is > 0 && !merged.Pools.TryGetValue(task.TokenThresholdPool!, out _))
        {
            faults.Add($"{key}:TokenThresholdPool names the unknown pool '{task.TokenThresholdPool}'; there are {known}.");
        }
    }

    private static void AddFleetFault(List<string> faults, string key, ModelTaskOptions task, ModelOptions merged)
    {
        var fleets = ModelOptionsValidator.CandidatesOf(task)
            .Where(merged.Pools.ContainsKey)
            .Select(name => merged.Pools[name].Fleet ?? ModelDefaults.Fleet)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (fleets.Count > 1)
        {
            faults.Add($"{key}: its pools lie in the fleets {string.Join(", ", fleets)}; all pools of a task must lie in one, see {ModelOptions.Section}:Pools:<name>:Fleet.");
        }
    }

    private static void AddOutputFaults(List<string> faults, string key, ModelTaskOptions task, ModelOptions merged)
    {
        if (task.MaxOutputTokens is not { } output)
        {
            return;
        }

        if (output < 1)
        {
            faults.Add($"{key}:MaxOutputTokens must be above 0.");
            return;
        }

        foreach (var name in ModelOptionsValidator.CandidatesOf(task).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (merged.Pools.TryGetValue(name, out var pool) && pool.ContextTokens is { } context && output >= context)
            {
                faults.Add(FormattableString.Invariant($"{key}:MaxOutputTokens must be below the {context} tokens of context of the pool '{name}'."));
            }
        }
    }
}
