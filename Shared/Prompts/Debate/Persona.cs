using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.Debate;

/// <summary>Who speaks in a debate: role, instructions and the answer's shape, as data.</summary>
/// <param name="Task">Its task in the catalogue, which is its name too.</param>
/// <param name="Title">What it does, in a line.</param>
/// <param name="Instructions">What it is told.</param>
/// <param name="Version">Changes whenever wording, schema or settings do.</param>
/// <param name="Schema">The shape of its answer.</param>
/// <param name="MaxOutputTokens">Most tokens of its answer.</param>
/// <param name="Temperature">Sampling temperature.</param>
public sealed record Persona(string Task, string Title, string Instructions, string Version, AnswerSchema Schema, int MaxOutputTokens, double Temperature);
