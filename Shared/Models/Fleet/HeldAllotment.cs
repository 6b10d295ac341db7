using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>A share of a pool's budgets that a process has been given for a time.</summary>
public sealed class HeldAllotment
{
    /// <summary>Its number; the process counts them.</summary>
    [JsonPropertyName("n")]
    public required int Number { get; init; }

    /// <summary>The slots that came with it.</summary>
    [JsonPropertyName("s")]
    public required int Slots { get; init; }

    /// <summary>The calls that were charged.</summary>
    [JsonPropertyName("c")]
    public required int Calls { get; init; }

    /// <summary>The tokens that were charged.</summary>
    [JsonPropertyName("t")]
    public required int Tokens { get; init; }

    /// <summary>Nothing is sent by it from this time on.</summary>
    [JsonPropertyName("e")]
    public required long ExpiresAt { get; init; }
}
