using System.Text.Json.Serialization;

namespace Workflows.Shared.Debate;

/// <summary>How the first two personas work: <c>"auto"</c>, <c>"parallel"</c>, <c>"sequential"</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DebateMode>))]
public enum DebateMode
{
    /// <summary>As the rollout and the task's complexity say.</summary>
    [JsonStringEnumMemberName("auto")]
    Auto,

    /// <summary>Side by side: the antithesis argues from the goal and the plan.</summary>
    [JsonStringEnumMemberName("parallel")]
    Parallel,

    /// <summary>One after the other: the antithesis answers the thesis.</summary>
    [JsonStringEnumMemberName("sequential")]
    Sequential,
}
