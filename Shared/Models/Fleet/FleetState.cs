using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>What the fleet keeps between operations: who waits, who sends, and what was spent. Times are milliseconds since 1970, UTC. Stored as JSON with short names: it is written at every operation.</summary>
public sealed class FleetState
{
    /// <summary>The latest time seen; the fleet's time never goes back.</summary>
    [JsonPropertyName("now")]
    public long LastSeen { get; set; }

    /// <summary>The number of the one delayed signal that counts.</summary>
    [JsonPropertyName("gen")]
    public int Generation { get; set; }

    /// <summary>When that signal is due; null: there is none.</summary>
    [JsonPropertyName("tick")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TickAt { get; set; }

    /// <summary>Who waits.</summary>
    [JsonPropertyName("tickets")]
    public List<WaitingTicket> Tickets { get; init; } = [];

    /// <summary>Who sends.</summary>
    [JsonPropertyName("leases")]
    public List<HeldLease> Leases { get; init; } = [];

    /// <summary>What was spent of the budgets within the last minute, by pool.</summary>
    [JsonPropertyName("charges")]
    public Dictionary<string, List<FleetCharge>> Charges { get; init; } = [];

    /// <summary>What outcomes have taught, by pool.</summary>
    [JsonPropertyName("health")]
    public Dictionary<string, PoolHealth> Health { get; init; } = [];

    /// <summary>When each pool last gave any call an answer.</summary>
    [JsonPropertyName("served")]
    public Dictionary<string, long> Served { get; init; } = [];

    /// <summary>What an answer of each pool takes, as a moving average in milliseconds.</summary>
    [JsonPropertyName("paces")]
    public Dictionary<string, long> Paces { get; init; } = [];

    /// <summary>What processes have been given to admit calls by themselves.</summary>
    [JsonPropertyName("blocks")]
    public List<HeldBlock> Blocks { get; init; } = [];

    /// <summary>What the classes asked for lately.</summary>
    [JsonPropertyName("traffic")]
    public List<ClassTraffic> Traffic { get; init; } = [];
}
