using System.Text.Json.Serialization;

namespace Workflows.Shared.Debate;

/// <summary>One event of a debate, in the document's shape (001, section 5); absent fields do not belong to the event. Events are only ever added.</summary>
public sealed record LedgerEvent
{
    /// <summary><c>debate_start</c>, <c>parallel_execution_start</c> (as soon as both offsets are known), <c>persona_start</c>, <c>persona_end</c>, <c>persona_failed</c>, <c>fallback</c>, <c>gate</c>, <c>revision</c>, <c>rollback</c> (all debates, brought about by this one), <c>debate_end</c>, <c>debate_failed</c>.</summary>
    [JsonPropertyName("event")]
    public required string Event { get; init; }

    /// <summary>The debate's id.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>When, UTC.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>Milliseconds since the debate began.</summary>
    [JsonPropertyName("offset_ms")]
    public required long OffsetMs { get; init; }

    /// <summary><c>parallel</c> or <c>sequential</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("mode")]
    public string? Mode { get; init; }

    /// <summary>When the thesis starts, in milliseconds since the debate began.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("thesis_start_ms")]
    public long? ThesisStartMs { get; init; }

    /// <summary>When the antithesis starts; in sequential mode known only once the thesis has ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("antithesis_start_ms")]
    public long? AntithesisStartMs { get; init; }

    /// <summary>The persona.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("persona")]
    public string? Persona { get; init; }

    /// <summary>The lane that the persona runs in, as the document's thread id: 0, or 1 for the one beside.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("lane")]
    public int? Lane { get; init; }

    /// <summary>How long it took.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("duration_ms")]
    public long? DurationMs { get; init; }

    /// <summary>What came of it, in words of the code, without anything of the content.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}
