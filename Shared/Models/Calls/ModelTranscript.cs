using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Models;

/// <summary>What a model heard in a recording. It is content: it never reaches a log.</summary>
public sealed record ModelTranscript
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What was said; empty when nothing was.</summary>
    public required string Text { get; init; }

    /// <summary>The language as the server names it; null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The recording's length in seconds; null when the server does not say.</summary>
    public double? Seconds { get; init; }

    /// <summary>As the answer of a call.</summary>
    public string ToAnswer() => JsonSerializer.Serialize(this, Json);

    /// <summary>From the answer of a call.</summary>
    /// <exception cref="JsonException">It is the answer of another kind of call.</exception>
    public static ModelTranscript FromAnswer(string answer) => JsonSerializer.Deserialize<ModelTranscript>(answer, Json) ?? throw new JsonException("The answer is no transcript.");
}
