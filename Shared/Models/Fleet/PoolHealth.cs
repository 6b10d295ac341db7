using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>What a pool's outcomes have taught about it. A pool of which there is nothing to remember has none. Times are milliseconds since 1970, UTC.</summary>
public sealed class PoolHealth
{
    /// <summary>Most calls at once for now; null: as many as are configured.</summary>
    [JsonPropertyName("l")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Limit { get; set; }

    /// <summary>True while the limit grows with every success; else it grows by one when as many have succeeded as it counts.</summary>
    [JsonPropertyName("d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Doubling { get; set; }

    /// <summary>True when the limit has grown by one, as successes allowed, and was not lowered since.</summary>
    [JsonPropertyName("w")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasGrown { get; set; }

    /// <summary>True while the breaker is open and calls ran out of time: the server may have a queue of its own.</summary>
    [JsonPropertyName("z")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSlow { get; set; }

    /// <summary>How many have succeeded since the limit last changed.</summary>
    [JsonPropertyName("g")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Successes { get; set; }

    /// <summary>When the limit was last lowered: what was leased until then says nothing about the new limit.</summary>
    [JsonPropertyName("c")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long CutAt { get; set; }

    /// <summary>Until when the server asked to be left alone.</summary>
    [JsonPropertyName("u")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ClosedUntil { get; set; }

    /// <summary>How many have failed without a success between them.</summary>
    [JsonPropertyName("f")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Failures { get; set; }

    /// <summary>0: the breaker is closed. Else it is open, and this many times in a row a probe was put off.</summary>
    [JsonPropertyName("k")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Trips { get; set; }

    /// <summary>When the breaker opened: what was leased until then is no probe.</summary>
    [JsonPropertyName("o")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long OpenedAt { get; set; }

    /// <summary>When the next probe may go.</summary>
    [JsonPropertyName("p")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ProbeAt { get; set; }
}
