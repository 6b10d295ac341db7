namespace Workflows.Shared.Models;

/// <summary>Where the answer of a chat completion is shown while it is written, on hosts that can. The call's result is the same with and without it.</summary>
/// <param name="Topic">Under which it is shown.</param>
/// <param name="Field">The text of the answer's JSON that is shown.</param>
public sealed record ModelStream(string Topic, string Field);
