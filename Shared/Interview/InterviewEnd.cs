using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>How an interview ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InterviewEnd>))]
public enum InterviewEnd
{
    /// <summary>All was answered, analysed and summed up.</summary>
    [JsonStringEnumMemberName("complete")]
    Complete = 0,

    /// <summary>All was answered; an analysis or the summary is missing.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial = 1,

    /// <summary>A question stayed without an answer for too long.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired = 2,
}
