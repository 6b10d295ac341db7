using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview.Stages;

/// <summary>How a stage of an interview was found in the scenario.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StageMatch>))]
public enum StageMatch
{
    /// <summary>The name is the stage's key, or no name was given.</summary>
    [JsonStringEnumMemberName("key")]
    Key = 0,

    /// <summary>The name is one of the stage's, in either language, but for case, blanks and punctuation.</summary>
    [JsonStringEnumMemberName("name")]
    Name = 1,

    /// <summary>The name is unknown or was used before, and the stage that stands at its place was free. A mismatch.</summary>
    [JsonStringEnumMemberName("order")]
    Order = 2,

    /// <summary>The name is unknown and no stage was free at its place: a general question for the role is asked. A mismatch.</summary>
    [JsonStringEnumMemberName("general")]
    General = 3,
}
