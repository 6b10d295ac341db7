using System.Text.Json.Serialization;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions;

/// <summary>A chunk without what is said in it.</summary>
public sealed record ChunkFacts
{
    /// <summary>Its place in the film, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When its first cue starts.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan Start { get; init; }

    /// <summary>When the last of its cues to disappear ends.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan End { get; init; }

    /// <summary>An estimate of its prompt's user message.</summary>
    public required int Tokens { get; init; }
}
