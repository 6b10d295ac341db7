namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Makes a track of cues as they stand in a file.</summary>
internal static class TrackBuilder
{
    /// <summary>The most characters of a cue, markup included.</summary>
    public const int LongestText = 10_000;

    private static readonly TimeSpan GivenLength = TimeSpan.FromSeconds(1);

    /// <summary>The track; null: no cue has text.</summary>
    public static SubtitleTrack? Build(IReadOnlyList<RawCue> raw, SubtitleFormat format, string? encoding, RepairCounts repairs)
    {
        List<SubtitleCue> cues = new(raw.Count);
        TimeSpan before = TimeSpan.Zero;
        foreach (RawCue one in raw)
        {
            (string text, string? speaker) = CueText.Clean(Bounded(one.Text, repairs));
            if (text.Length == 0)
            {
                repairs.Add(SubtitleRepair.EmptyCue);
                continue;
            }

            repairs.Add(SubtitleRepair.NegativeTime, one.Start < TimeSpan.Zero || one.End < TimeSpan.Zero ? 1 : 0);
            repairs.Add(SubtitleRepair.ReversedTimes, one.End < one.Start ? 1 : 0);
            TimeSpan start = Max(one.Start, TimeSpan.Zero);
            cues.Add(new SubtitleCue { Number = cues.Count + 1, Start = start, End = Max(one.End ?? start, start), Text = text, Speaker = one.Speaker is { } given && CueText.Visible(given) is { Length: > 0 } name ? name : speaker });
            repairs.Add(SubtitleRepair.Reordered, start < before ? 1 : 0);
            before = start;
        }

        if (cues.Count == 0)
        {
            return null;
        }

        return new SubtitleTrack { Format = format, Encoding = encoding, Cues = Ordered(cues, repairs), Notes = repairs.Notes };
    }

    private static string Bounded(string text, RepairCounts repairs)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        repairs.Add(SubtitleRepair.LongCue);
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private static SubtitleCue[] Ordered(List<SubtitleCue> cues, RepairCounts repairs)
    {
        cues.Sort((one, other) => (one.Start, one.End, one.Number).CompareTo((other.Start, other.End, other.Number)));
        List<SubtitleCue> distinct = new(cues.Count);
        HashSet<(TimeSpan, string)> seenAtStart = [];
        foreach (SubtitleCue cue in cues)
        {
            if (distinct.Count > 0 && distinct[^1].Start != cue.Start)
            {
                seenAtStart.Clear();
            }

            if (seenAtStart.Add((cue.End, cue.Text)))
            {
                distinct.Add(cue);
            }
        }

        repairs.Add(SubtitleRepair.DuplicateCue, cues.Count - distinct.Count);
        return Lengthened(RollUp.Unrolled(distinct, repairs), repairs);
    }

    /// <summary>Gives cues without length some, up to the next cue's start; never beyond the last time of the file.</summary>
    private static SubtitleCue[] Lengthened(List<SubtitleCue> cues, RepairCounts repairs)
    {
        TimeSpan last = cues.Max(cue => cue.End);
        TimeSpan next = last;
        SubtitleCue[] whole = new SubtitleCue[cues.Count];
        for (int i = cues.Count - 1; i >= 0; i--)
        {
            SubtitleCue cue = cues[i];
            next = i + 1 < cues.Count && cues[i + 1].Start > cue.Start ? cues[i + 1].Start : next;
            bool isPoint = cue.End == cue.Start;
            repairs.Add(SubtitleRepair.ZeroLength, isPoint ? 1 : 0);
            TimeSpan end = isPoint ? Max(cue.Start, Min(next, cue.Start + GivenLength)) : cue.End;
            whole[i] = cue with { Number = i + 1, End = end };
        }

        CountOverlaps(whole, repairs);
        return whole;
    }

    private static void CountOverlaps(SubtitleCue[] cues, RepairCounts repairs)
    {
        TimeSpan end = TimeSpan.Zero;
        foreach (SubtitleCue cue in cues)
        {
            repairs.Add(SubtitleRepair.Overlapping, cue.Start < end ? 1 : 0);
            end = Max(end, cue.End);
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
