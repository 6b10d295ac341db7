namespace Workflows.Shared.Expressions.Alignment;

/// <summary>A letter or digit of the subtitles in its place, for scripts whose words are not parted.</summary>
/// <param name="Letter">In lower case.</param>
/// <param name="BeginsWord">Whether nothing but a letter stood right before it.</param>
/// <param name="Cue">The index of its cue.</param>
/// <param name="Scene">Letters of one number are said without a long silence between them.</param>
internal readonly record struct SpokenLetter(char Letter, bool BeginsWord, int Cue, int Scene);
