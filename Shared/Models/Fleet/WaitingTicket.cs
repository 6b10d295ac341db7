using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>A ticket that waits, perhaps with a slot held for it.</summary>
public sealed class WaitingTicket
{
    /// <summary>The orchestration.</summary>
    [JsonPropertyName("i")]
    public required string InstanceId { get; init; }

    /// <summary>The number within it.</summary>
    [JsonPropertyName("n")]
    public required int Number { get; init; }

    /// <summary>The ticket's id.</summary>
    [JsonIgnore]
    public string Id => FleetTicket.IdOf(InstanceId, Number);

    /// <summary>The pools that may serve it.</summary>
    [JsonPropertyName("p")]
    public required IReadOnlyList<string> Pools { get; set; }

    /// <summary>Its estimate of tokens.</summary>
    [JsonPropertyName("t")]
    public required int Tokens { get; init; }

    /// <summary>Who waits for it.</summary>
    [JsonPropertyName("c")]
    public required CallClass Class { get; init; }

    /// <summary>When its work began.</summary>
    [JsonPropertyName("w")]
    public required long WorkStamp { get; init; }

    /// <summary>When it first asked.</summary>
    [JsonPropertyName("a")]
    public required long Arrival { get; init; }

    /// <summary>How many offers in a row it let pass.</summary>
    [JsonPropertyName("u")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unclaimed { get; set; }

    /// <summary>The pool of which a slot is offered to it; null: none.</summary>
    [JsonPropertyName("o")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OfferedPool { get; set; }

    /// <summary>When the offer lapses.</summary>
    [JsonPropertyName("b")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ClaimBy { get; set; }

    /// <summary>True when the slot is held for it no longer, so that others may be offered it too.</summary>
    [JsonPropertyName("l")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLate { get; set; }

    /// <summary>Whether a slot of a pool is held for it.</summary>
    internal bool Holds(string pool) => OfferedPool == pool && !IsLate;

    /// <summary>Ends the offer.</summary>
    internal void TakeBack()
    {
        OfferedPool = null;
        ClaimBy = 0;
        IsLate = false;
    }
}
