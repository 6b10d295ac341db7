using System.Globalization;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions.Chunks;

/// <summary>How cues are shown to a model.</summary>
internal static class ChunkText
{
    /// <summary>A cue on its line.</summary>
    public static string Line(SubtitleCue cue) =>
        cue.Speaker is { } speaker ? string.Create(CultureInfo.InvariantCulture, $"[{cue.Number}] {speaker}: {cue.Text}") : string.Create(CultureInfo.InvariantCulture, $"[{cue.Number}] {cue.Text}");

    /// <summary>The characters that a cue takes, its line's end included.</summary>
    public static int Length(SubtitleCue cue) => Line(cue).Length + 1;

    /// <summary>A cue whose line has at most so many characters.</summary>
    public static SubtitleCue Cut(SubtitleCue cue, int longest) =>
        cue with { Text = SentenceCut.Clip(cue.Text, longest - (Line(cue).Length - cue.Text.Length)) };
}
