using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>The part of a pool that a process has been given to admit calls by itself. Times are milliseconds since 1970, UTC.</summary>
public sealed class HeldBlock
{
    /// <summary>The process.</summary>
    [JsonPropertyName("i")]
    public required string Owner { get; init; }

    /// <summary>When the process started that has it.</summary>
    [JsonPropertyName("b")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Start { get; set; }

    /// <summary>The pool.</summary>
    [JsonPropertyName("p")]
    public required string Pool { get; init; }

    /// <summary>The slots that are kept for it, some of which others may still use.</summary>
    [JsonPropertyName("w")]
    public int Claimed { get; set; }

    /// <summary>The slots that it may be using.</summary>
    [JsonPropertyName("s")]
    public int Slots { get; set; }

    /// <summary>Calls that it could not be given yet.</summary>
    [JsonPropertyName("c")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MissingCalls { get; set; }

    /// <summary>Tokens that it could not be given yet.</summary>
    [JsonPropertyName("t")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MissingTokens { get; set; }

    /// <summary>When its last call has ended, whatever becomes of the process.</summary>
    [JsonPropertyName("f")]
    public long FreedAt { get; set; }

    /// <summary>The shares of rate and tokens whose use is not known yet, the newest last.</summary>
    [JsonPropertyName("a")]
    public List<HeldAllotment> Allotments { get; init; } = [];
}
