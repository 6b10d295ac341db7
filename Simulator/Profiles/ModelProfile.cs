using System.Text.Json.Serialization;

namespace Workflows.Simulator.Profiles;

/// <summary>How one simulated model behaves: its times, its limits, its faults. Limits are enforced with 429 and a true <c>Retry-After</c>.</summary>
public sealed record ModelProfile
{
    /// <summary>The latency of calls whose task has none of its own.</summary>
    public LatencyProfile Latency { get; init; } = LatencyProfile.Uniform(0.02, 0.15);

    /// <summary>Latencies by task name, for example <c>F3</c>.</summary>
    public IReadOnlyDictionary<string, TaskProfile> Tasks { get; init; } = new Dictionary<string, TaskProfile>();

    /// <summary>When set, the tokens of an answer divided by this are added to its latency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TokensPerSecond { get; init; }

    /// <summary>How many calls may run at once.</summary>
    public int MaxConcurrent { get; init; } = 8;

    /// <summary>
    /// When set, so many calls are worked on at once; further ones are accepted and wait their turn without a word, in the order of arrival, as servers do that never refuse. A
    /// call whose client has gone keeps its turn.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Parallel { get; init; }

    /// <summary>How many calls are accepted within any 60 seconds; no limit when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CallsPerMinute { get; init; }

    /// <summary>How many tokens (prompt plus the request's maximum output) are accepted within any 60 seconds; no limit when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? TokensPerMinute { get; init; }

    /// <summary>The longest prompt plus requested output in tokens; a longer request gets 400.</summary>
    public int ContextTokens { get; init; } = 128_000;

    /// <summary>The faults on demand.</summary>
    public FaultSettings Faults { get; init; } = new();

    /// <summary>The latency that applies to a task.</summary>
    internal LatencyProfile LatencyOf(string task) => Tasks.TryGetValue(task, out var special) ? special.Latency : Latency;

    /// <summary>What is wrong with this profile, each entry naming its field; empty when it can be used.</summary>
    internal List<string> Validate()
    {
        var errors = new List<string>();
        if (Latency is null || Tasks is null || Faults is null)
        {
            return ["latency, tasks and faults must not be null"];
        }

        Latency.Validate("latency", errors);
        foreach (var (task, special) in Tasks)
        {
            if (special?.Latency is null)
            {
                errors.Add($"tasks.{task}.latency is missing");
            }
            else
            {
                special.Latency.Validate($"tasks.{task}.latency", errors);
            }
        }

        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            Faults[kind]?.Validate($"faults.{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}", errors);
        }

        Require(TokensPerSecond is null or (> 0 and <= 1e9), "tokensPerSecond must be above 0", errors);
        Require(MaxConcurrent is > 0 and <= 100_000, "maxConcurrent must be between 1 and 100000", errors);
        Require(Parallel is null or (> 0 and <= 100_000), "parallel must be between 1 and 100000", errors);
        Require(CallsPerMinute is null or (> 0 and <= 1_000_000), "callsPerMinute must be between 1 and 1000000", errors);
        Require(TokensPerMinute is null or > 0, "tokensPerMinute must be above 0", errors);
        Require(ContextTokens > 0, "contextTokens must be above 0", errors);
        return errors;
    }

    private static void Require(bool holds, string message, List<string> errors)
    {
        if (!holds)
        {
            errors.Add(message);
        }
    }
}
