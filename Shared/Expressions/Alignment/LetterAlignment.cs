namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Finds expressions in scripts whose words are not parted: letter by letter, blanks make no difference; else by the stems of their words, with few letters in between.</summary>
internal static class LetterAlignment
{
    private const int MostBetween = 5;

    /// <summary>Where an expression stands.</summary>
    public static IEnumerable<Place> Find(IReadOnlyList<SpokenLetter> letters, IReadOnlyList<string> words)
    {
        string whole = string.Concat(words);
        LetterPattern[] stems = [.. words.Select(word => new LetterPattern(word))];
        for (int at = 0; at < letters.Count; at++)
        {
            if (IsAt(letters, at, whole) && (letters[at].BeginsWord || whole.Length > 1))
            {
                yield return new Place(letters[at].Cue, letters[at + whole.Length - 1].Cue, TimingMatch.Exact, letters[at].BeginsWord ? 0 : 1);
            }
            else if (Stems(letters, at, stems) is { } end)
            {
                yield return new Place(letters[at].Cue, letters[end.Last].Cue, end.Between == 0 ? TimingMatch.Inflected : TimingMatch.Separated, end.Between);
            }
        }
    }

    private static bool IsAt(IReadOnlyList<SpokenLetter> letters, int at, string whole)
    {
        for (int i = 0; i < whole.Length; i++)
        {
            if (at + i >= letters.Count || letters[at + i].Letter != whole[i] || letters[at + i].Scene != letters[at].Scene)
            {
                return false;
            }
        }

        return true;
    }

    private static (int Last, int Between)? Stems(IReadOnlyList<SpokenLetter> letters, int from, LetterPattern[] stems)
    {
        int at = from;
        int between = 0;
        for (int i = 0; i < stems.Length; i++)
        {
            int skipped = 0;
            while (!(at < letters.Count && letters[at].Scene == letters[from].Scene && stems[i].StandsAt(letters, at)))
            {
                if (i == 0 || ++skipped > MostBetween || ++at >= letters.Count)
                {
                    return null;
                }
            }

            between += skipped;
            at += stems[i].Length;
        }

        return (at - 1, between);
    }
}
