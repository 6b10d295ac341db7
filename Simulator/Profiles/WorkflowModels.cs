namespace Workflows.Simulator.Profiles;

/// <summary>The documents' models beside the two of the reviews, by the names that the default catalogue gives them.</summary>
internal static class WorkflowModels
{
    private static readonly Dictionary<string, ModelProfile> Documented = new()
    {
        ["debate"] = Model(10.8, 4, 128_000) with { Tasks = NamedProfiles.Tasks(("thesis", 4.5), ("antithesis", 10.8), ("synthesis", 14.2)) },
        ["kanana"] = Model(2.35, 8, 32_768),
        ["qwen3_small"] = Model(2, 8, 32_768),
        ["midm"] = Model(2.35, 8, 32_768),
        ["qwen3_medium"] = Model(18.5, 4, 262_144),
        ["interview_gpu"] = Model(40, 8, 32_768),
        ["interview_cpu"] = Model(60, 4, 32_768) with { Tasks = NamedProfiles.Tasks(("interview-analysis-light", 15)) },
        ["embedding"] = Model(0.2, 2, 8_192),
        ["speech"] = Model(3, 1, 8_192),
        ["vision"] = Model(1, 1, 32_768),
        ["expression"] = Model(5, 5, 128_000),
    };

    /// <summary>Adds them with the documents' times and limits.</summary>
    public static Dictionary<string, ModelProfile> AddDocumented(Dictionary<string, ModelProfile> models) => Add(models, documented => documented);

    /// <summary>Adds them with quick answers.</summary>
    public static Dictionary<string, ModelProfile> AddQuick(Dictionary<string, ModelProfile> models) => Add(models, documented => NamedProfiles.QuickModel with
    {
        MaxConcurrent = Math.Min(documented.MaxConcurrent, NamedProfiles.QuickModel.MaxConcurrent),
        ContextTokens = documented.ContextTokens,
    });

    private static Dictionary<string, ModelProfile> Add(Dictionary<string, ModelProfile> models, Func<ModelProfile, ModelProfile> profile)
    {
        foreach (var (name, documented) in Documented)
        {
            models.Add(name, profile(documented));
        }

        return models;
    }

    private static ModelProfile Model(double seconds, int maxConcurrent, int contextTokens) =>
        new() { Latency = LatencyProfile.Fixed(seconds), MaxConcurrent = maxConcurrent, ContextTokens = contextTokens };
}
