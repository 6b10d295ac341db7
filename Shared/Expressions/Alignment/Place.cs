namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Where an expression stands.</summary>
/// <param name="First">The index of its first cue in the chunk.</param>
/// <param name="Last">The index of its last cue.</param>
/// <param name="Match">How it was found.</param>
/// <param name="Gap">How much stands in between or is missing; 0: nothing.</param>
internal readonly record struct Place(int First, int Last, TimingMatch Match, int Gap);
