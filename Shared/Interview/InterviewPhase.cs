using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>What an interview does at the moment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InterviewPhase>))]
public enum InterviewPhase
{
    /// <summary>The stage's question is being made.</summary>
    [JsonStringEnumMemberName("preparing")]
    Preparing = 0,

    /// <summary>The stage's question waits for its answer.</summary>
    [JsonStringEnumMemberName("asking")]
    Asking = 1,

    /// <summary>No question is left; the report is being made.</summary>
    [JsonStringEnumMemberName("reporting")]
    Reporting = 2,
}
