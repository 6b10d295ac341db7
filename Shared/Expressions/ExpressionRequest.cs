using System.Text.Json.Serialization;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions;

/// <summary>The subtitles of a film and what is wanted of them. Exactly one of <see cref="Subtitles"/>, <see cref="SubtitleFile"/> and <see cref="Segments"/> is set.</summary>
public sealed record ExpressionRequest
{
    /// <summary>SubRip, WebVTT or JSON segments, as text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subtitles { get; init; }

    /// <summary>The same as the bytes of a file in any encoding that <see cref="SubtitleReader"/> knows; in JSON as Base64.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public byte[]? SubtitleFile { get; init; }

    /// <summary>Cues.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SubtitleSegment>? Segments { get; init; }

    /// <summary>How expressions are looked for.</summary>
    public ExpressionOptions Options { get; init; } = new();
}
