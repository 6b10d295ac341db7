using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>In which form an answer was given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerKind>))]
public enum AnswerKind
{
    /// <summary>Written.</summary>
    [JsonStringEnumMemberName("text")]
    Text = 0,

    /// <summary>Spoken.</summary>
    [JsonStringEnumMemberName("audio")]
    Audio = 1,
}
