using System.Text.Json.Serialization;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions.Alignment;

/// <summary>When an expression is said: the times of the cues in which it stands. When within a cue it is said, subtitles do not tell.</summary>
public sealed record ExpressionTiming
{
    /// <summary>When the first of the cues starts.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan Start { get; init; }

    /// <summary>When the last of them to disappear ends.</summary>
    [JsonConverter(typeof(SubtitleTimeConverter))]
    public required TimeSpan End { get; init; }

    /// <summary>The number of the first cue.</summary>
    public required int FirstCue { get; init; }

    /// <summary>The number of the last cue.</summary>
    public required int LastCue { get; init; }

    /// <summary>How it was found.</summary>
    public required TimingMatch Match { get; init; }

    /// <summary>In how many places of the chunk it was found equally well; this is the one in the lines that the model names, else the first.</summary>
    public int Places { get; init; } = 1;
}
