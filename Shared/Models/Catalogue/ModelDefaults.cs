namespace Workflows.Shared.Models;

/// <summary>
/// The catalogue where nothing is configured: the tables of the documents, for all workflows (<see cref="DefaultGroups"/>).
/// Requirements R2, R6, R7, C1, I4, X4.
/// </summary>
public static class ModelDefaults
{
    /// <summary>The reviews' primary model: 8 calls at once, 256,000 tokens of context.</summary>
    public const string Primary = "qwen3";

    /// <summary>The reviews' secondary model: 50 calls a minute, 128,000 tokens of context.</summary>
    public const string Secondary = "gptoss";

    /// <summary>Prompts of a review over this many tokens go to the primary model, whatever the task.</summary>
    public const int TokenThreshold = 100_000;

    /// <summary>The longest a call may take where nothing else is said, in seconds: the documents' budget of a task.</summary>
    public const int TimeoutSeconds = 60;

    /// <summary>The fleet of pools that name no other.</summary>
    public const string Fleet = "default";

    /// <summary>The default pools, by name; fresh, so that callers may change them.</summary>
    internal static Dictionary<string, ModelPoolOptions> Pools() => Merge(DefaultGroups.All().Select(group => group.Pools));

    /// <summary>The default tasks, by id; fresh, so that callers may change them.</summary>
    internal static Dictionary<string, ModelTaskOptions> Tasks() => Merge(DefaultGroups.All().Select(group => group.Tasks));

    private static Dictionary<string, T> Merge<T>(IEnumerable<IReadOnlyDictionary<string, T>> parts) =>
        new(parts.SelectMany(part => part), StringComparer.OrdinalIgnoreCase);
}
