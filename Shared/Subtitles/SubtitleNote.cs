namespace Workflows.Shared.Subtitles;

/// <summary>How often something was put right.</summary>
/// <param name="Kind">What.</param>
/// <param name="Count">How often; at least 1.</param>
public sealed record SubtitleNote(SubtitleRepair Kind, int Count);
