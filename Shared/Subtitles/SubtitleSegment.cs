using System.Text.Json.Serialization;

namespace Workflows.Shared.Subtitles;

/// <summary>A cue as callers give it in JSON: <c>{"start": 61.5, "end": "00:01:03,200", "text": "…", "speaker": "…"}</c>.</summary>
public sealed record SubtitleSegment
{
    /// <summary>When it appears: seconds as a number, or a time as subtitles write it. Below zero is read as zero.</summary>
    [JsonConverter(typeof(SegmentTimeConverter))]
    public required TimeSpan Start { get; init; }

    /// <summary>When it disappears, written as <see cref="Start"/>.</summary>
    [JsonConverter(typeof(SegmentTimeConverter))]
    public required TimeSpan End { get; init; }

    /// <summary>What is said; tags and entities are taken out.</summary>
    public required string Text { get; init; }

    /// <summary>Who says it; null: read from the text, where it tells.</summary>
    public string? Speaker { get; init; }
}
