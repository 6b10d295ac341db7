namespace Workflows.Shared.Subtitles.Reading;

/// <summary>A cue as it stands in a file.</summary>
/// <param name="Start">When it starts; it may be below zero.</param>
/// <param name="End">When it ends; null: it cannot be read.</param>
/// <param name="Text">Its lines, parted by <c>\n</c>, with all tags.</param>
/// <param name="Speaker">Who speaks, where it is said apart.</param>
internal readonly record struct RawCue(TimeSpan Start, TimeSpan? End, string Text, string? Speaker = null);
