namespace Workflows.Shared.Interview;

/// <summary>What a model sees in the frames of an answer. They are notes and enter no score.</summary>
/// <param name="Expression">The face, in a sentence.</param>
/// <param name="Gaze">Where the candidate looks, in a sentence.</param>
public sealed record VideoNotes(string Expression, string Gaze);
