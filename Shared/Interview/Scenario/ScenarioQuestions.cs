using System.Text.Json.Serialization;
using Workflows.Shared.Models;

namespace Workflows.Shared.Interview.Scenario;

/// <summary>The questions of a scenario that fit any stage of any role, in both languages. <c>{role}</c> stands for the role.</summary>
public sealed record ScenarioQuestions
{
    /// <summary>English.</summary>
    [JsonPropertyName("en")]
    public required IReadOnlyList<string> English { get; init; }

    /// <summary>Korean.</summary>
    [JsonPropertyName("ko")]
    public required IReadOnlyList<string> Korean { get; init; }

    /// <summary>The questions in a language.</summary>
    /// <param name="language">The language.</param>
    public IReadOnlyList<string> In(AnswerLanguage language) => language == AnswerLanguage.Korean ? Korean : English;
}
