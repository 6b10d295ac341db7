namespace Workflows.Shared.Interview;

/// <summary>A question.</summary>
/// <param name="Text">The question.</param>
/// <param name="Kind">Where it comes from.</param>
public sealed record AskedQuestion(string Text, QuestionKind Kind);
