using System.Globalization;
using Workflows.Shared.Subtitles.Reading;

namespace Workflows.Shared.Subtitles;

/// <summary>Times of a film as text.</summary>
public static class SubtitleTime
{
    /// <summary>No film is longer.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(100);

    /// <summary>The time as <c>hh:mm:ss.fff</c>, whole milliseconds.</summary>
    /// <param name="time">From zero to <see cref="Longest"/>.</param>
    public static string Format(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");

    /// <summary>Reads a time as subtitles write it: with or without hours, with a comma or a point, with or without a fraction. Null: it is none, or beyond <see cref="Longest"/>.</summary>
    /// <param name="text">The text; white space at its edges is left out.</param>
    public static TimeSpan? Parse(string text)
    {
        TimeScan scan = new(text);
        return scan.Time() is { } time && scan.IsAtEnd ? time.Value : null;
    }
}
