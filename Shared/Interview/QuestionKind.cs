using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>Where a question comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>A model made it.</summary>
    [JsonStringEnumMemberName("generated")]
    Generated = 0,

    /// <summary>It is the stage's own, as the scenario wants it.</summary>
    [JsonStringEnumMemberName("own")]
    Own = 1,

    /// <summary>It is the stage's own, since no model gave one in time.</summary>
    [JsonStringEnumMemberName("fallback")]
    Fallback = 2,

    /// <summary>It is a general one for the role, since the scenario does not know the stage.</summary>
    [JsonStringEnumMemberName("general")]
    General = 3,
}
