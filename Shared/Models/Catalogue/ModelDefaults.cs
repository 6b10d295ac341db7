namespace Workflows.Shared.Models;

/// <summary>
/// The catalogue where nothing is configured: the tables of the documents. Two pools, the primary and the secondary model of the
/// reviews, and the review's twelve tasks. Requirements R2, R6, R7, X4.
/// </summary>
public static class ModelDefaults
{
    /// <summary>The primary model: 8 calls at once, 256,000 tokens of context.</summary>
    public const string Primary = "qwen3";

    /// <summary>The secondary model: 50 calls a minute, 128,000 tokens of context.</summary>
    public const string Secondary = "gptoss";

    /// <summary>Prompts over this many tokens go to the primary model, whatever the task.</summary>
    public const int TokenThreshold = 100_000;

    /// <summary>The longest a pool's call may take, in seconds: the documents' budget of a task.</summary>
    public const int TimeoutSeconds = 60;

    private static readonly string[] PrimaryTasks = ["P1", "F3", "P2"];
    private static readonly string[] TasksWithFallback = ["F1", "F4", "F5"];
    private static readonly string[] SecondaryTasks = ["F2", "F6", "V1", "V2", "V3", "V4"];

    /// <summary>The default pools, by name.</summary>
    internal static Dictionary<string, ModelPoolOptions> Pools() => new(StringComparer.OrdinalIgnoreCase)
    {
        [Primary] = new ModelPoolOptions { Model = "Qwen/Qwen3-8B", ContextTokens = 256_000, MaxConcurrent = 8, TimeoutSeconds = TimeoutSeconds },

        // The documents give the secondary model no limit of concurrency; no more than a minute's calls can ever run at once.
        [Secondary] = new ModelPoolOptions
        {
            Model = "openai/gpt-oss-20b",
            ContextTokens = 128_000,
            MaxConcurrent = 50,
            CallsPerMinute = 50,
            TimeoutSeconds = TimeoutSeconds,
        },
    };

    /// <summary>The default tasks, by id.</summary>
    internal static Dictionary<string, ModelTaskOptions> Tasks()
    {
        var tasks = new Dictionary<string, ModelTaskOptions>(StringComparer.OrdinalIgnoreCase);
        Add(PrimaryTasks, Primary);
        Add(TasksWithFallback, Secondary, Primary);
        Add(SecondaryTasks, Secondary);
        return tasks;

        void Add(string[] ids, string pool, params string[] fallbacks)
        {
            foreach (var id in ids)
            {
                tasks[id] = new ModelTaskOptions
                {
                    Pool = pool,
                    Fallbacks = fallbacks,
                    TokenThreshold = TokenThreshold,
                    TokenThresholdPool = Primary,
                    Class = CallClass.Interactive,
                };
            }
        }
    }
}
