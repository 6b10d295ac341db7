using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview.Scenario;

/// <summary>What a stage's question takes up of what was said before.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FollowUpRule>))]
public enum FollowUpRule
{
    /// <summary>Nothing: the stage's own question is asked as it stands, and no model is called.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>The stage opens a subject of its own; the model only keeps from asking again what was asked.</summary>
    [JsonStringEnumMemberName("stage")]
    Stage = 1,

    /// <summary>The question takes up the last answer.</summary>
    [JsonStringEnumMemberName("last-answer")]
    LastAnswer = 2,
}
