namespace Workflows.Orchestrations.Interview;

/// <summary>What a model answers that is asked for a question.</summary>
/// <param name="Question">The question.</param>
internal sealed record GeneratedQuestion(string Question);
