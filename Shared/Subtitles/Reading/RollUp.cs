namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Captions that roll up, as speech recognition writes them: each cue shows the line before once more. What is shown again is not said again.</summary>
internal static class RollUp
{
    private const int FewestRepeats = 3;
    private const double Share = 0.3;

    private static readonly TimeSpan Seam = TimeSpan.FromMilliseconds(100);

    /// <summary>The cues without repeated lines, where a good part of them has one; else as they are, since people do repeat themselves.</summary>
    public static List<SubtitleCue> Unrolled(List<SubtitleCue> cues, RepairCounts repairs)
    {
        List<SubtitleCue> said = new(cues.Count);
        int repeats = 0;
        foreach (SubtitleCue cue in cues)
        {
            if (said.Count == 0 || !Follows(said[^1], cue))
            {
                said.Add(cue);
                continue;
            }

            repeats++;
            SubtitleCue before = said[^1];
            if (cue.Text.Length == before.Text.Length)
            {
                said[^1] = before with { End = cue.End > before.End ? cue.End : before.End };
            }
            else
            {
                said.Add(cue with { Text = cue.Text[(before.Text.Length + 1)..] });
            }
        }

        bool rolls = repeats >= FewestRepeats && repeats >= Share * cues.Count;
        repairs.Add(SubtitleRepair.RepeatedLine, rolls ? repeats : 0);
        return rolls ? said : cues;
    }

    private static bool Follows(SubtitleCue before, SubtitleCue cue) =>
        (cue.Start - before.End).Duration() <= Seam
        && cue.Text.StartsWith(before.Text, StringComparison.Ordinal)
        && (cue.Text.Length == before.Text.Length || (cue.Text[before.Text.Length] == ' ' && cue.Text.Length > before.Text.Length + 1));
}
