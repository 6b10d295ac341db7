namespace Workflows.Functions.Debate;

/// <summary>An evidence document as it comes.</summary>
internal sealed record DebateBodyDocument(string? Id, string? Title, string? Text);
