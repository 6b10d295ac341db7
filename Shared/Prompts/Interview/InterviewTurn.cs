namespace Workflows.Shared.Prompts.Interview;

/// <summary>A question and what was answered.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer; null: it is not known.</param>
public sealed record InterviewTurn(string Stage, string Question, string? Answer);
