using System.Text.Json.Serialization;

namespace Workflows.Shared.Subtitles;

/// <summary>How subtitles were written: <c>"srt"</c>, <c>"webvtt"</c>, <c>"segments"</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubtitleFormat>))]
public enum SubtitleFormat
{
    /// <summary>SubRip.</summary>
    [JsonStringEnumMemberName("srt")]
    SubRip,

    /// <summary>WebVTT.</summary>
    [JsonStringEnumMemberName("webvtt")]
    WebVtt,

    /// <summary>JSON segments.</summary>
    [JsonStringEnumMemberName("segments")]
    Segments,
}
