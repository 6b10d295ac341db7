using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Subtitles;

namespace Workflows.Shared.Tests.Expressions;

/// <summary>Tracks for tests.</summary>
internal static class SampleTracks
{
    private static readonly string[] Texts = ["Yes.", "and then we", "Is it?", "네, 알겠습니다.", "気になる。", "a much longer line that goes on for a while and does not end", "😀 well…", new string('x', 400), "Give it up."];

    /// <summary>Any track of up to some hundred cues.</summary>
    public static Arbitrary<SubtitleTrack> Any =>
        (from cues in (from text in Gen.Elements(Texts)
                       from pause in Gen.Choose(-500, 6_000)
                       from length in Gen.Choose(0, 4_000)
                       from isNamed in Gen.Elements(false, false, true)
                       select (text, pause, length, isNamed)).NonEmptyListOf()
         select Track([.. cues])).ToArbitrary();

    /// <summary>A track of cues of two seconds, each at its second.</summary>
    public static SubtitleTrack At(params (int Second, string Text)[] cues) => new()
    {
        Format = SubtitleFormat.Segments,
        Cues = [.. cues.Select((cue, i) => new SubtitleCue { Number = i + 1, Start = TimeSpan.FromSeconds(cue.Second), End = TimeSpan.FromSeconds(cue.Second + 2), Text = cue.Text })],
    };

    private static SubtitleTrack Track((string Text, int Pause, int Length, bool IsNamed)[] cues)
    {
        List<SubtitleCue> all = [];
        int at = 0;
        foreach ((string text, int pause, int length, bool isNamed) in cues)
        {
            at = Math.Max(at, at + pause);
            all.Add(new SubtitleCue { Number = all.Count + 1, Start = TimeSpan.FromMilliseconds(at), End = TimeSpan.FromMilliseconds(at + length), Text = text, Speaker = isNamed ? "ANN" : null });
            at += pause < 0 ? length / 2 : length;
        }

        return new SubtitleTrack { Format = SubtitleFormat.Segments, Cues = all };
    }
}
