using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Expressions.Chunks;

/// <summary>
/// Cuts a track into chunks, the same for the same track: never inside a cue, and where a chunk must end, at the longest silence between scenes, else at the last end of a sentence, else at the
/// longest pause, each in the second half of what fits. A cue that fits no chunk is one alone, and cut.
/// </summary>
public static class SubtitleChunks
{
    /// <summary>A silence from here on parts scenes.</summary>
    public static readonly TimeSpan SceneGap = TimeSpan.FromSeconds(4);

    // Less has no room for a cue's number and speakers.
    private const int Shortest = 200;

    private const string SentenceEnds = ".!?…。！？」』”\"'’)♪";

    /// <summary>The chunks, in order; every cue is in exactly one.</summary>
    /// <param name="track">The track.</param>
    /// <param name="longest">The most characters of a chunk's text, from 200.</param>
    public static IReadOnlyList<SubtitleChunk> Of(SubtitleTrack track, int longest)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, Shortest);
        IReadOnlyList<SubtitleCue> cues = track.Cues;
        TimeSpan[] gaps = Gaps(cues);
        List<SubtitleChunk> chunks = [];
        for (int from = 0; from < cues.Count;)
        {
            int end = End(cues, gaps, from, longest);
            bool isCut = end == from + 1 && ChunkText.Length(cues[from]) - 1 > longest;
            chunks.Add(new SubtitleChunk { Number = chunks.Count + 1, IsCut = isCut, Cues = isCut ? [ChunkText.Cut(cues[from], longest)] : [.. cues.Skip(from).Take(end - from)] });
            from = end;
        }

        return chunks;
    }

    private static int End(IReadOnlyList<SubtitleCue> cues, TimeSpan[] gaps, int from, int longest)
    {
        // The last line's end is not there.
        int room = longest + 1;
        int length = 0;
        int end = from;
        int? best = null;
        for (; end < cues.Count; end++)
        {
            length += ChunkText.Length(cues[end]);
            if (length > room)
            {
                break;
            }

            if (length >= room / 2 && (best is not { } before || IsBetter(cues, gaps, end, before)))
            {
                best = end;
            }
        }

        return end == cues.Count ? end : best is { } chosen ? chosen + 1 : Math.Max(end, from + 1);
    }

    /// <summary>Whether to end behind a cue is better than behind one before it.</summary>
    private static bool IsBetter(IReadOnlyList<SubtitleCue> cues, TimeSpan[] gaps, int cue, int before)
    {
        (int rank, int rankBefore) = (Rank(cues, gaps, cue), Rank(cues, gaps, before));
        return rank != rankBefore ? rank > rankBefore : rank == 1 || gaps[cue] >= gaps[before];
    }

    private static int Rank(IReadOnlyList<SubtitleCue> cues, TimeSpan[] gaps, int cue) => gaps[cue] >= SceneGap ? 2 : SentenceEnds.Contains(cues[cue].Text[^1], StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The silence behind each cue, until the next starts.</summary>
    private static TimeSpan[] Gaps(IReadOnlyList<SubtitleCue> cues)
    {
        TimeSpan[] gaps = new TimeSpan[cues.Count];
        TimeSpan end = TimeSpan.Zero;
        for (int i = 0; i + 1 < cues.Count; i++)
        {
            end = cues[i].End > end ? cues[i].End : end;
            gaps[i] = cues[i + 1].Start - end;
        }

        return gaps;
    }
}
