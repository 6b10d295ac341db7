namespace Workflows.Shared.Subtitles.Reading;

/// <summary>The line with which a cue begins. What stands behind its times, such as positions, has no say.</summary>
/// <param name="Start">Null: it cannot be read.</param>
/// <param name="End">Null: it cannot be read.</param>
internal readonly record struct TimingLine(ScannedTime? Start, ScannedTime? End)
{
    private const string FormatArrow = "-->";

    /// <summary>
    /// Reads a line; null: it is none. A line with the arrow of the formats is one even when its times cannot be read, so that its text does not become another cue's;
    /// one with another arrow only when it has minutes and seconds on both sides.
    /// </summary>
    public static TimingLine? Read(ReadOnlySpan<char> line)
    {
        bool isCertain = line.Contains(FormatArrow, StringComparison.Ordinal);
        TimeScan scan = new(line);
        ScannedTime? start = scan.Time();
        start = scan.Arrow() ? start : null;
        ScannedTime? end = start is null ? null : scan.Time();
        end = scan.IsAtWordEnd ? end : null;
        return isCertain || (start?.Parts > 1 && end?.Parts > 1) ? new TimingLine(start, end) : null;
    }
}
