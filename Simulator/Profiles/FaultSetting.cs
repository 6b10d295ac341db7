using System.Text.Json.Serialization;

namespace Workflows.Simulator.Profiles;

/// <summary>When a fault strikes: by chance, or for the next calls; both may be set.</summary>
public sealed record FaultSetting
{
    /// <summary>The probability, 0 to 1, drawn from the seed, the request and how often that request was seen before.</summary>
    public double Rate { get; init; }

    /// <summary>How many of the next calls are struck for certain; counts down as they are.</summary>
    public int Next { get; init; }

    /// <summary>The tasks that can be struck; every call when absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tasks { get; init; }

    /// <summary>Whether calls of a task can be struck at all.</summary>
    internal bool Concerns(string task) => Tasks is null || Tasks.Contains(task, StringComparer.Ordinal);

    /// <summary>Adds what is wrong with this setting to <paramref name="errors"/>.</summary>
    internal void Validate(string field, List<string> errors)
    {
        if (!(Rate >= 0 && Rate <= 1))
        {
            errors.Add($"{field}.rate must be between 0 and 1");
        }

        if (Next < 0)
        {
            errors.Add($"{field}.next must not be negative");
        }
    }
}
