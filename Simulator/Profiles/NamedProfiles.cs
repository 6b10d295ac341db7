namespace Workflows.Simulator.Profiles;

/// <summary>The sets of models that can be asked for by name.</summary>
public static class NamedProfiles
{
    /// <summary>Answers well under a second; 8 at once or fewer, 600 a minute. The default.</summary>
    public const string Quick = "quick";

    /// <summary>The documents' slow timings and limits.</summary>
    public const string Documents = "documents";

    /// <summary>The model that the reviews use first.</summary>
    public const string Primary = "qwen3";

    /// <summary>The model that the reviews use second.</summary>
    public const string Secondary = "gptoss";

    /// <summary>The profile of a quick model: 20 to 150 ms, 8 at once, 600 a minute; what a model added by configuration starts from.</summary>
    public static ModelProfile QuickModel { get; } = new() { CallsPerMinute = 600 };

    /// <summary>The models of a named profile.</summary>
    /// <param name="name"><see cref="Quick"/> or <see cref="Documents"/>.</param>
    /// <returns>Profiles by model name.</returns>
    /// <exception cref="ArgumentException">There is no profile of that name.</exception>
    public static IReadOnlyDictionary<string, ModelProfile> Get(string name) => name switch
    {
        Quick => WorkflowModels.AddQuick(new Dictionary<string, ModelProfile>
        {
            [Primary] = QuickModel with { ContextTokens = 256_000 },
            [Secondary] = QuickModel,
        }),
        Documents => WorkflowModels.AddDocumented(new Dictionary<string, ModelProfile>
        {
            [Primary] = new ModelProfile
            {
                Latency = LatencyProfile.Fixed(10),
                Tasks = Tasks(("P1", 30), ("F3", 20), ("P2", 30)),
                MaxConcurrent = 8,
                ContextTokens = 256_000,
            },
            [Secondary] = new ModelProfile
            {
                Latency = LatencyProfile.Fixed(5),
                Tasks = Tasks(("F6", 30)),
                MaxConcurrent = 50,
                CallsPerMinute = 50,
                ContextTokens = 128_000,
            },
        }),
        _ => throw new ArgumentException($"There is no profile '{name}'; there are '{Quick}' and '{Documents}'.", nameof(name)),
    };

    internal static Dictionary<string, TaskProfile> Tasks(params (string Task, double Seconds)[] times) =>
        times.ToDictionary(time => time.Task, time => new TaskProfile { Latency = LatencyProfile.Fixed(time.Seconds) });
}
