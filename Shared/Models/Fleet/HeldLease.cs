using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>A lease that has not ended.</summary>
public sealed class HeldLease
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("i")]
    public required string Id { get; init; }

    /// <summary>Its pool.</summary>
    [JsonPropertyName("p")]
    public required string Pool { get; init; }

    /// <summary>The tokens it was charged.</summary>
    [JsonPropertyName("t")]
    public required int Tokens { get; init; }

    /// <summary>When it was given.</summary>
    [JsonPropertyName("g")]
    public required long GrantedAt { get; init; }

    /// <summary>Its request is not sent after this time.</summary>
    [JsonPropertyName("s")]
    public required long StartBefore { get; init; }

    /// <summary>When it ends by itself.</summary>
    [JsonPropertyName("e")]
    public required long ExpiresAt { get; set; }

    /// <summary>Whose share it uses; null: not known.</summary>
    [JsonPropertyName("c")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallClass? Class { get; init; }
}
