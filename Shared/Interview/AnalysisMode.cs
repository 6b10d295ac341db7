using System.Text.Json.Serialization;

namespace Workflows.Shared.Interview;

/// <summary>By which rubric an answer was analysed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnalysisMode>))]
public enum AnalysisMode
{
    /// <summary>The whole one.</summary>
    [JsonStringEnumMemberName("full")]
    Full = 0,

    /// <summary>The short one, since a model would have been waited for too long.</summary>
    [JsonStringEnumMemberName("light")]
    Light = 1,
}
