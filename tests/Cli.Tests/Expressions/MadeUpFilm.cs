using System.Globalization;

namespace Workflows.Cli.Tests.Expressions;

/// <summary>Subtitles whose every cue is a chunk of its own, at 500 characters a chunk.</summary>
internal static class MadeUpFilm
{
    private static readonly string[] Words = ["anchor", "barrel", "candle", "dagger", "engine", "feather", "garden", "hammer", "island", "jacket", "kettle", "ladder", "mirror", "needle", "orchard"];

    /// <summary>So many cues, ten seconds apart. Cue number n begins with "The", its word and "goes on", and is long.</summary>
    public static string Of(int cues) => string.Join('\n', Enumerable.Range(0, cues).Select(Cue));

    /// <summary>What is said in a cue and in no other, from 1.</summary>
    public static string Word(int cue) => Words[cue - 1];

    private static string Cue(int i)
    {
        TimeSpan start = TimeSpan.FromSeconds(10 * i);
        string text = string.Join(' ', Enumerable.Repeat(string.Create(CultureInfo.InvariantCulture, $"the {Words[i]} goes on"), 18));
        return string.Create(CultureInfo.InvariantCulture, $"{i + 1}\n{start:hh\\:mm\\:ss},000 --> {start + TimeSpan.FromSeconds(3):hh\\:mm\\:ss},000\n{text}.\n");
    }
}
