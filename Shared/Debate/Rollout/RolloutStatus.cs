using System.Text.Json.Serialization;

namespace Workflows.Shared.Debate.Rollout;

/// <summary>How the rollout stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RolloutStatus>))]
public enum RolloutStatus
{
    /// <summary>A stage is watched.</summary>
    [JsonStringEnumMemberName("watching")]
    Watching,

    /// <summary>An operator has stopped the clock; the share stays.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>Parallel was worse: all is sequential until an operator resumes.</summary>
    [JsonStringEnumMemberName("rolled_back")]
    RolledBack,

    /// <summary>Parallel is the default.</summary>
    [JsonStringEnumMemberName("done")]
    Done,
}
