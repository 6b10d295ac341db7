namespace Workflows.Orchestrations.PullRequestReview;

/// <summary>An answer and the model that gave it.</summary>
internal sealed record Answered<T>(T Value, string Model);
