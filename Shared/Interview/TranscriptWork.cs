namespace Workflows.Shared.Interview;

/// <summary>What a spoken answer says, to be kept.</summary>
/// <param name="Folder">The interview's folder.</param>
/// <param name="Stage">The stage's number.</param>
/// <param name="Text">The words.</param>
public sealed record TranscriptWork(string Folder, int Stage, string Text);
