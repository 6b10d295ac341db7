namespace Workflows.Shared.Subtitles.Reading;

/// <summary>A time as it stands in a file.</summary>
/// <param name="Value">The time; it may be below zero.</param>
/// <param name="Parts">3: hours, minutes and seconds are written; 2: minutes and seconds; 1: seconds alone.</param>
internal readonly record struct ScannedTime(TimeSpan Value, int Parts);
