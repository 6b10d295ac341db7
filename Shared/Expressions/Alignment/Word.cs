namespace Workflows.Shared.Expressions.Alignment;

/// <summary>A word of the subtitles or of an expression.</summary>
/// <param name="Text">In lower case, without apostrophes.</param>
/// <param name="Written">In lower case, with apostrophes as <c>'</c>.</param>
/// <param name="JoinsNext">Whether a hyphen leads to the next: both may be one word.</param>
internal readonly record struct Word(string Text, string Written, bool JoinsNext);
