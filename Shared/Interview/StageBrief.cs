namespace Workflows.Shared.Interview;

/// <summary>What a model is told of a stage.</summary>
/// <param name="Purpose">What it is there to find out.</param>
/// <param name="Prompt">What is to be asked.</param>
public sealed record StageBrief(string Purpose, string Prompt);
