namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Makes the words that are looked for of an expression.</summary>
internal static class WordPattern
{
    private const int MostWords = 40;

    /// <summary>The words; null: it is too long to be looked for in other forms.</summary>
    public static IReadOnlyList<PatternWord>? Of(List<Word> expression)
    {
        List<PatternWord> pattern = [.. Joined(expression).SelectMany(Words.Expand).Select(word => new PatternWord(word))];

        // "to", "a" and "someone" at the edges of a dictionary's form need not be said; what is sought begins with a word that must be.
        int first = pattern.FindIndex(IsFirm);
        if (first < 0)
        {
            return null;
        }

        int last = pattern.FindLastIndex(word => !word.IsPlaceholder);
        pattern = pattern[first..(last + 1)];

        // "be running late" is found in "Running late again?", but "be up to" is not "up to".
        pattern = pattern[0].IsBe && pattern.Skip(1).Count(IsFirm) > 1 && IsFirm(pattern[1]) ? pattern[1..] : pattern;
        return pattern.Count <= MostWords ? pattern : null;
    }

    private static bool IsFirm(PatternWord word) => !word.IsPlaceholder && !word.MayBeMissing;

    // A hyphen in an expression parts words: "follow-up" is looked for as "follow up".
    private static IEnumerable<Word> Joined(List<Word> expression) => expression.Select(word => word with { JoinsNext = false });
}
