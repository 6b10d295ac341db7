namespace Workflows.Shared.Expressions.Alignment;

/// <summary>A word of the subtitles in its place.</summary>
/// <param name="Text">The word.</param>
/// <param name="Forms">The words that it may be a form of.</param>
/// <param name="JoinsNext">Whether a hyphen leads to the next.</param>
/// <param name="Cue">The index of its cue.</param>
/// <param name="Scene">Words of one number are said without a long silence between them.</param>
internal readonly record struct SpokenWord(string Text, IReadOnlyList<string> Forms, bool JoinsNext, int Cue, int Scene);
