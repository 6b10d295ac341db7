using System.Text.Json.Serialization;

namespace Workflows.Shared.Subtitles;

/// <summary>What is shown at one time.</summary>
public sealed record SubtitleCue
{
    /// <summary>Its place in the track, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it appears, from the beginning of the film.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan Start { get; init; }

    /// <summary>When it disappears; never before <see cref="Start"/>.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan End { get; init; }

    /// <summary>What is said, on one line, without tags, entities and names of speakers; not empty, at most 10,000 characters. Where several speak, each begins with "- ".</summary>
    public required string Text { get; init; }

    /// <summary>Who says it, where the file tells; several are parted by ", ".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; init; }
}
