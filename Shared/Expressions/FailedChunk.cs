using System.Text.Json.Serialization;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions;

/// <summary>A chunk that could count and was not analysed.</summary>
public sealed record FailedChunk
{
    /// <summary>Its number, from 1.</summary>
    public required int Chunk { get; init; }

    /// <summary>When its first cue starts.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan Start { get; init; }

    /// <summary>When the last of its cues to disappear ends.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan End { get; init; }

    /// <summary>What went wrong at last, in one sentence without anything of the subtitles.</summary>
    public required string Reason { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }
}
