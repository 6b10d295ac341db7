namespace Workflows.Shared.Interview;

/// <summary>A question, and where its answer stands in the content store.</summary>
/// <param name="Stage">The stage's number.</param>
/// <param name="Name">The stage's name.</param>
/// <param name="Question">The question.</param>
/// <param name="Hash">The answer's hash.</param>
public sealed record TurnReference(int Stage, string Name, string Question, string Hash);
