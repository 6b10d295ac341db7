using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>What requests of one moment cost a pool's budgets.</summary>
public sealed class FleetCharge
{
    /// <summary>When they were sent, or the latest time at which they may be.</summary>
    [JsonPropertyName("s")]
    public required long At { get; init; }

    /// <summary>How many requests.</summary>
    [JsonPropertyName("n")]
    public required int Calls { get; set; }

    /// <summary>How many tokens.</summary>
    [JsonPropertyName("t")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Tokens { get; set; }
}
