namespace Workflows.Shared.Models;

/// <summary>
/// The documents' models and tasks, group by group: the one place of the default catalogue. Where a document gives no limit of
/// concurrency, the number chosen is small: the sum over all pools has to stay within the host's activities.
/// </summary>
internal static class DefaultGroups
{
    private const string Debater = "debate";
    private const string Kanana = "kanana";
    private const string SmallQwen = "qwen3_small";
    private const string MediumQwen = "qwen3_medium";
    private const string InterviewGpu = "interview_gpu";
    private const string InterviewCpu = "interview_cpu";
    private const string Expression = "expression";

    /// <summary>Every group, made anew.</summary>
    public static IReadOnlyList<ModelGroup> All() =>
    [
        PullRequestReview(), Debate(), Consultation(), ConsultationSpare(), Interview(),
        Side("interview embedding", "embedding", "embedding", Pool("nlpai-lab/KURE-v1", 8_192, 2)),
        Side("interview speech", "speech", "speech-to-text", Pool("openai/whisper-large-v3-turbo", 8_192, 1, timeoutSeconds: 180)),

        // The document names two libraries, which serve no model; a small model that sees takes their place.
        Side("interview vision", "vision", "vision", Pool("Qwen/Qwen2.5-VL-3B-Instruct", 32_768, 1)),
        ExpressionAnalysis(),
    ];

    /// <summary>The dual models of the reviews (R2).</summary>
    private static ModelGroup PullRequestReview()
    {
        var tasks = new Dictionary<string, ModelTaskOptions>(StringComparer.OrdinalIgnoreCase);
        Add(["P1", "F3", "P2"], ModelDefaults.Primary);
        Add(["F1", "F4", "F5"], ModelDefaults.Secondary, ModelDefaults.Primary);
        Add(["F2", "F6", "V1", "V2", "V3", "V4"], ModelDefaults.Secondary);
        return Group(
            "pull-request review",
            Pools(
                (ModelDefaults.Primary, Pool("Qwen/Qwen3-8B", 256_000, 8)),

                // The document gives the secondary model no limit of concurrency; no more than a minute's calls can ever run at once.
                (ModelDefaults.Secondary, Pool("openai/gpt-oss-20b", 128_000, 50, callsPerMinute: 50))),
            tasks);

        void Add(string[] ids, string pool, params string[] fallbacks)
        {
            foreach (var id in ids)
            {
                tasks[id] = Task(pool, CallClass.Interactive, fallbacks);
                tasks[id].TokenThreshold = ModelDefaults.TokenThreshold;
                tasks[id].TokenThresholdPool = ModelDefaults.Primary;
            }
        }
    }

    /// <summary>The debate's three personas (D1); the document names no model.</summary>
    private static ModelGroup Debate() => Group(
        "debate",
        Pools((Debater, Pool("openai/gpt-oss-20b", 128_000, 4))),
        Tasks(
            ("thesis", Task(Debater, CallClass.Interactive)),
            ("antithesis", Task(Debater, CallClass.Interactive)),
            ("synthesis", Task(Debater, CallClass.Interactive))));

    /// <summary>The consultations' small and medium models (C1, C3).</summary>
    private static ModelGroup Consultation() => Group(
        "consultation",
        Pools(
            (Kanana, RealtimePool("kakaocorp/kanana-1.5-2.1b-instruct-2505")),
            (SmallQwen, RealtimePool("Qwen/Qwen3-1.7B", thinks: false)),
            (MediumQwen, Pool("Qwen/Qwen3-4B-Instruct-2507", 262_144, 4))),
        Tasks(
            ("quick_summary", Task(Kanana, CallClass.Realtime, SmallQwen)),
            ("batch_analysis", Task(MediumQwen, CallClass.Batch))));

    /// <summary>The document's third small model: there to be chosen.</summary>
    private static ModelGroup ConsultationSpare() =>
        Group("consultation, spare model", Pools(("midm", RealtimePool("K-intelligence/Midm-2.0-Mini-Instruct"))), Tasks());

    /// <summary>
    /// The interview's two instances of one model, on the GPU for questions and on the processors for what trails behind (I2, I4). Each is one server that answers
    /// several requests at once, so that neither is loaded twice (I3).
    /// </summary>
    private static ModelGroup Interview() => Group(
        "interview",
        Pools(
            (InterviewGpu, On(ResourceClass.Gpu, Pool("LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct", 32_768, 8, timeoutSeconds: 120))),
            (InterviewCpu, On(ResourceClass.Cpu, Pool("LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct", 32_768, 4, timeoutSeconds: 180)))),
        Tasks(
            ("interview-question", Task(InterviewGpu, CallClass.Interactive)),
            ("interview-analysis", Task(InterviewCpu, CallClass.Batch)),
            ("interview-report", Task(InterviewCpu, CallClass.Interactive))));

    /// <summary>A service with one task, as the interview's on the processors (I4).</summary>
    private static ModelGroup Side(string name, string pool, string task, ModelPoolOptions settings) =>
        Group(name, Pools((pool, On(ResourceClass.Cpu, settings))), Tasks((task, Task(pool, CallClass.Interactive))));

    /// <summary>The analysis of subtitles: at most 5 workers, 300 s a chunk (X2).</summary>
    private static ModelGroup ExpressionAnalysis() => Group(
        "expression analysis",
        Pools((Expression, Pool("openai/gpt-oss-20b", 128_000, 5, timeoutSeconds: 300))),
        Tasks(("expression_analysis", Task(Expression, CallClass.Batch))));

    private static ModelGroup Group(string name, Dictionary<string, ModelPoolOptions> pools, Dictionary<string, ModelTaskOptions> tasks) =>
        new() { Name = name, Pools = pools, Tasks = tasks };

    private static Dictionary<string, ModelPoolOptions> Pools(params (string Name, ModelPoolOptions Pool)[] pools) =>
        pools.ToDictionary(entry => entry.Name, entry => entry.Pool, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, ModelTaskOptions> Tasks(params (string Id, ModelTaskOptions Task)[] tasks) =>
        tasks.ToDictionary(entry => entry.Id, entry => entry.Task, StringComparer.OrdinalIgnoreCase);

    private static ModelPoolOptions Pool(string model, int contextTokens, int maxConcurrent, int? callsPerMinute = null, int timeoutSeconds = ModelDefaults.TimeoutSeconds) => new()
    {
        Model = model,
        ContextTokens = contextTokens,
        MaxConcurrent = maxConcurrent,
        CallsPerMinute = callsPerMinute,
        TimeoutSeconds = timeoutSeconds,
    };

    private static ModelPoolOptions On(string resourceClass, ModelPoolOptions pool)
    {
        pool.ResourceClass = resourceClass;
        return pool;
    }

    /// <summary>A small model that nobody but real-time callers uses: all of it is theirs.</summary>
    private static ModelPoolOptions RealtimePool(string model, bool? thinks = null) => new()
    {
        Model = model,
        EnableThinking = thinks,
        ContextTokens = 32_768,
        MaxConcurrent = 8,
        TimeoutSeconds = 3,
        RealtimeShare = 1,
        InteractiveShare = 0,
        BatchShare = 0,
    };

    private static ModelTaskOptions Task(string pool, CallClass callClass, params string[] fallbacks) => new() { Pool = pool, Fallbacks = fallbacks, Class = callClass };
}
