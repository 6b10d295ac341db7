using System.Globalization;
using Workflows.Shared.Subtitles.Reading;

namespace Workflows.Shared.Subtitles;

/// <summary>
/// Reads subtitles as they are found: SubRip, WebVTT or JSON segments, told apart by what they hold. What can be put right is, and noted. The work is linear in the length, whatever the input is.
/// </summary>
public static class SubtitleReader
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>The most cues.</summary>
    public const int MostCues = 100_000;

    private const string Expected =
        "expected SubRip (a line 00:00:01,000 --> 00:00:02,500, then what is said), WebVTT (a first line WEBVTT, then the same) or JSON segments ([{\"start\": 1.0, \"end\": 2.5, \"text\": \"…\"}]).";

    /// <summary>Reads a file in any encoding that is known: UTF-8, UTF-16, UTF-32 with a mark, CP949, Shift-JIS, Windows-1252.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="InvalidSubtitlesException">The file is too large, has too many cues or none.</exception>
    public static SubtitleTrack Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes)
        {
            throw TooLarge();
        }

        RepairCounts repairs = new();
        (string text, string encoding) = SubtitleEncoding.Decode(file, repairs);
        return Read(text, encoding, repairs);
    }

    /// <summary>Reads subtitles that are text already.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidSubtitlesException">The text is too long, has too many cues or none.</exception>
    public static SubtitleTrack Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > MostBytes ? throw TooLarge() : Read(text, null, new RepairCounts());
    }

    /// <summary>Makes a track of segments.</summary>
    /// <param name="segments">The segments.</param>
    /// <exception cref="InvalidSubtitlesException">There are too many, or none that says anything.</exception>
    public static SubtitleTrack Read(IReadOnlyList<SubtitleSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (segments.Count > MostCues)
        {
            throw TooManyCues();
        }

        List<RawCue> cues = [.. segments.Select(segment => new RawCue(segment.Start, segment.End, segment.Text, segment.Speaker))];
        return TrackBuilder.Build(cues, SubtitleFormat.Segments, null, new RepairCounts()) ?? throw None(cues.Count);
    }

    internal static InvalidSubtitlesException TooManyCues() => new(string.Create(CultureInfo.InvariantCulture, $"The subtitles have more than {MostCues:N0} cues; give one film at a time."));

    private static SubtitleTrack Read(string marked, string? encoding, RepairCounts repairs)
    {
        string text = marked.TrimStart('\uFEFF');
        if (SegmentReader.IsMeant(text))
        {
            List<RawCue> segments = SegmentReader.Read(text);
            return TrackBuilder.Build(segments, SubtitleFormat.Segments, encoding, repairs) ?? throw None(segments.Count);
        }

        bool isWebVtt = text.AsSpan().TrimStart().StartsWith("WEBVTT", StringComparison.Ordinal);
        List<RawCue> cues = new CueReader(text, isWebVtt, repairs).Read();
        return TrackBuilder.Build(cues, isWebVtt ? SubtitleFormat.WebVtt : SubtitleFormat.SubRip, encoding, repairs) ?? throw None(cues.Count);
    }

    private static InvalidSubtitlesException TooLarge() => new($"The subtitles are larger than {MostBytes / 1024 / 1024} MiB; give one film at a time.");

    private static InvalidSubtitlesException None(int empty) => new(empty == 0
        ? $"No subtitle cue was found; {Expected}"
        : string.Create(CultureInfo.InvariantCulture, $"All {empty:N0} subtitle cues are empty; {Expected}"));
}
