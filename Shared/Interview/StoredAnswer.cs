namespace Workflows.Shared.Interview;

/// <summary>An answer's text in the content store. Files stand beside it.</summary>
/// <param name="Text">What was written; null: it was only spoken.</param>
public sealed record StoredAnswer(string? Text);
