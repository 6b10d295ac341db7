using System.Text.Json.Serialization;
using Workflows.Shared.Models;

namespace Workflows.Shared.Interview.Scenario;

/// <summary>One text of a scenario in both languages.</summary>
public sealed record ScenarioText
{
    /// <summary>English.</summary>
    [JsonPropertyName("en")]
    public required string English { get; init; }

    /// <summary>Korean.</summary>
    [JsonPropertyName("ko")]
    public required string Korean { get; init; }

    /// <summary>The text in a language.</summary>
    /// <param name="language">The language.</param>
    public string In(AnswerLanguage language) => language == AnswerLanguage.Korean ? Korean : English;
}
