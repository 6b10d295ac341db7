using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions.Alignment;

/// <summary>The words of a chunk, twice: as they are written, and with short forms expanded.</summary>
internal sealed class ChunkWords
{
    /// <summary>After a silence from here on nobody goes on with a sentence.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    public ChunkWords(SubtitleChunk chunk)
    {
        int[] scenes = Scenes(chunk.Cues);
        List<SpokenWord> written = [];
        List<SpokenWord> expanded = [];
        for (int cue = 0; cue < chunk.Cues.Count; cue++)
        {
            foreach (Word word in Words.Of(chunk.Cues[cue].Text))
            {
                written.Add(new SpokenWord(word.Text, [], word.JoinsNext, cue, scenes[cue]));
                string[] parts = [.. Words.Expand(word)];
                expanded.AddRange(parts.Select((part, i) => new SpokenWord(part, WordForms.Of(part), word.JoinsNext && i == parts.Length - 1, cue, scenes[cue])));
            }
        }

        (Written, Expanded) = (written, expanded);
    }

    public IReadOnlyList<SpokenWord> Written { get; }

    public IReadOnlyList<SpokenWord> Expanded { get; }

    /// <summary>For each cue the number of long silences before it.</summary>
    public static int[] Scenes(IReadOnlyList<SubtitleCue> cues)
    {
        int[] scenes = new int[cues.Count];
        TimeSpan end = cues[0].End;
        for (int i = 1; i < cues.Count; i++)
        {
            scenes[i] = scenes[i - 1] + (cues[i].Start - end > LongestPause ? 1 : 0);
            end = cues[i].End > end ? cues[i].End : end;
        }

        return scenes;
    }
}
