namespace Workflows.Shared.Interview;

/// <summary>A prompt that stands in the content store.</summary>
/// <param name="Key">The key of its user message.</param>
/// <param name="Tokens">An estimate of it.</param>
public sealed record PreparedPrompt(string Key, int Tokens);
