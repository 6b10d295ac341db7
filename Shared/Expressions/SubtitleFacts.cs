using System.Text.Json.Serialization;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions;

/// <summary>What was read: a track without its cues.</summary>
public sealed record SubtitleFacts
{
    /// <inheritdoc cref="SubtitleTrack.Format"/>
    public required SubtitleFormat Format { get; init; }

    /// <inheritdoc cref="SubtitleTrack.Encoding"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    /// <summary>How many cues there are.</summary>
    public required int Cues { get; init; }

    /// <inheritdoc cref="SubtitleTrack.Start"/>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan Start { get; init; }

    /// <inheritdoc cref="SubtitleTrack.End"/>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan End { get; init; }

    /// <inheritdoc cref="SubtitleTrack.Notes"/>
    public IReadOnlyList<SubtitleNote> Notes { get; init; } = [];

    /// <summary>The facts of a track.</summary>
    /// <param name="track">The track.</param>
    public static SubtitleFacts Of(SubtitleTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return new SubtitleFacts { Format = track.Format, Encoding = track.Encoding, Cues = track.Cues.Count, Start = track.Start, End = track.End, Notes = track.Notes };
    }
}
