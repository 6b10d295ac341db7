using System.Text.Json.Serialization;

namespace Workflows.Shared.Debate.Rollout;

/// <summary>What an operator can do with the rollout.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RolloutOperation>))]
public enum RolloutOperation
{
    /// <summary>Stop the clock; the share stays.</summary>
    [JsonStringEnumMemberName("pause")]
    Pause,

    /// <summary>Go on after a pause, or from the first stage after a rollback.</summary>
    [JsonStringEnumMemberName("resume")]
    Resume,

    /// <summary>End the stage now.</summary>
    [JsonStringEnumMemberName("advance")]
    Advance,

    /// <summary>Have all run in sequence until it is resumed.</summary>
    [JsonStringEnumMemberName("roll-back")]
    RollBack,
}
