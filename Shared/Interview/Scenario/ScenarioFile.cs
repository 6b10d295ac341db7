using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview.Scenario;

/// <summary>Scenarios as JSON.</summary>
public static class ScenarioFile
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly Lazy<InterviewScenario> Embedded = new(ReadEmbedded);

    /// <summary>The scenario of 15 stages that is used where none is configured.</summary>
    public static InterviewScenario Standard => Embedded.Value;

    /// <summary>Reads a scenario and holds it against <see cref="ScenarioRules"/>.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <exception cref="InvalidScenarioException">It is no scenario, or one that cannot be used.</exception>
    public static InterviewScenario Read(ReadOnlySpan<byte> json)
    {
        InterviewScenario scenario;
        try
        {
            scenario = JsonSerializer.Deserialize<InterviewScenario>(json, Json) ?? throw new InvalidScenarioException(["The scenario is null."]);
        }
        catch (JsonException e)
        {
            throw new InvalidScenarioException([$"The scenario is not the expected JSON, at {e.Path ?? "$"}: name, stages [{{key, names, aliases?, follow_up?, purpose, prompt, fallback}}] and general; each text as {{\"en\", \"ko\"}}."]);
        }

        IReadOnlyList<string> faults = ScenarioRules.Check(scenario);
        return faults.Count == 0 ? scenario : throw new InvalidScenarioException(faults);
    }

    private static InterviewScenario ReadEmbedded()
    {
        using Stream stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream(typeof(ScenarioFile), "standard.json")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return Read(bytes.ToArray());
    }
}
