using System.Text.Json.Serialization;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions.Chunks;

/// <summary>Neighbouring cues that are analysed together.</summary>
public sealed record SubtitleChunk
{
    /// <summary>Its place in the film, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its cues, in their order, at least one; of a cue that is longer than a chunk as much as is shown.</summary>
    public required IReadOnlyList<SubtitleCue> Cues { get; init; }

    /// <summary>Whether its only cue was longer than a chunk, and was cut.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCut { get; init; }

    /// <summary>What a model is shown: each cue on a line, as <c>[number] SPEAKER: text</c>.</summary>
    [JsonIgnore]
    public string Text => string.Join('\n', Cues.Select(ChunkText.Line));

    /// <summary>When its first cue starts.</summary>
    [JsonIgnore]
    public TimeSpan Start => Cues[0].Start;

    /// <summary>When the last of its cues to disappear ends.</summary>
    [JsonIgnore]
    public TimeSpan End => Cues.Max(cue => cue.End);
}
