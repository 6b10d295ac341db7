using System.Globalization;
using System.Text;

namespace Workflows.Bench.Expressions.Films;

/// <summary>The subtitles (SubRip) of films that were never made: scenes of somewhat under 5,000 characters with a long silence between them, so that each is a chunk.</summary>
internal static class MadeUpFilm
{
    // A chunk has at most 5,000 characters; the next scene's first line must not be what fills it.
    private const int SceneCharacters = 4_700;
    private const int LineMilliseconds = 1_000;
    private const int PauseMilliseconds = 200;
    private const int SilenceMilliseconds = 20_000;
    private const int LinesToPhrase = 120;

    private static readonly string[] Syllables = ["ba", "dor", "fen", "gil", "hur", "ka", "lom", "mi", "nar", "pel", "quo", "ras", "sel", "tun", "vor", "wim", "yal", "zec"];

    private static readonly string[] Phrases =
    [
        "I was looking forward to it", "Did you pick the tickets up?", "We will miss the boat", "Don't get your hopes up", "She's running late again", "Keep an eye on the door", "You should take your time",
        "He gave it up at last", "They ran out of bread", "That makes sense", "Sooner or later he will know", "Let's call it a day", "It came out of the blue", "You have a point", "Who takes care of her?",
    ];

    /// <summary>A film of so many chunks; the same seed gives the same film.</summary>
    public static string Of(int chunks, int seed)
    {
        Random random = new(seed);
        StringBuilder film = new();
        int number = 0;
        int at = 1_000;
        for (int scene = 0; scene < chunks; scene++)
        {
            int length = 0;
            while (length < SceneCharacters)
            {
                string line = Line(random);
                string shown = string.Create(CultureInfo.InvariantCulture, $"[{++number}] {line}\n");
                film.Append(CultureInfo.InvariantCulture, $"{number}\n{Time(at)} --> {Time(at + LineMilliseconds)}\n{line}\n\n");
                length += shown.Length;
                at += LineMilliseconds + PauseMilliseconds;
            }

            at += SilenceMilliseconds;
        }

        return film.ToString();
    }

    // A known phrase stands in about every second scene, so that scenes differ in how many expressions they have.
    private static string Line(Random random) => random.Next(LinesToPhrase) == 0
        ? Phrases[random.Next(Phrases.Length)] + "."
        : Capital(string.Join(' ', Enumerable.Range(0, random.Next(4, 9)).Select(_ => Word(random)))) + ".";

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Time(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds).ToString(@"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);
}
