using System.Text.Json.Serialization;

namespace Workflows.Shared.Subtitles;

/// <summary>The subtitles of a film, in order and clean.</summary>
public sealed record SubtitleTrack
{
    /// <summary>How they were written.</summary>
    public required SubtitleFormat Format { get; init; }

    /// <summary>The encoding that was read, for example <c>utf-8</c> or <c>cp949</c>; null: they came as text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    /// <summary>At least one; ordered by start, then end, then place in the file. Every time lies between two times of the file, or is zero where the file has a time before zero.</summary>
    public required IReadOnlyList<SubtitleCue> Cues { get; init; }

    /// <summary>What was put right, by kind.</summary>
    public IReadOnlyList<SubtitleNote> Notes { get; init; } = [];

    /// <summary>When the first cue starts.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public TimeSpan Start => Cues[0].Start;

    /// <summary>When the last cue to disappear ends.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public TimeSpan End => Cues.Max(cue => cue.End);
}
