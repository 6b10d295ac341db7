namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Finds an expression in other forms of its words, with few words in between.</summary>
internal sealed class TolerantWords(IReadOnlyList<SpokenWord> spoken, IReadOnlyList<PatternWord> pattern)
{
    private const int MostBetween = 3;

    private readonly HashSet<(int, int, int)> _failed = [];
    private int _from;
    private bool _isWhole;

    /// <summary>Where it stands; of the places that begin at one word the one with the fewest words in between, and rather with all of the expression's words than without some.</summary>
    public IEnumerable<Place> Find()
    {
        bool maySeparate = pattern.Count(word => !word.IsPlaceholder && !word.MayBeMissing) > 1;

        // "Be" stands before everything: with more in between it is another sentence's.
        int most = !maySeparate ? 0 : pattern[0].IsBe ? 1 : MostBetween;
        for (_from = 0; _from < spoken.Count; _from++)
        {
            if (Step(0, _from) is not null && AtThisWord(most) is { } place)
            {
                yield return place;
            }
        }
    }

    private Place? AtThisWord(int most)
    {
        for (int gap = 0; gap <= (2 * most) + 1; gap++)
        {
            _failed.Clear();
            _isWhole = gap % 2 == 0;
            if (End(0, _from, gap / 2) is { } end)
            {
                return new Place(spoken[_from].Cue, spoken[end - 1].Cue, gap < 2 ? TimingMatch.Inflected : TimingMatch.Separated, gap);
            }
        }

        return null;
    }

    /// <summary>The index behind the last word, when the pattern from a word on stands from a place on; null: it does not.</summary>
    private int? End(int word, int at, int between)
    {
        if (word == pattern.Count)
        {
            return at;
        }

        if (!_failed.Add((word, at, between)))
        {
            return null;
        }

        PatternWord next = pattern[word];
        int? end = Step(word, at) is { } step ? End(word + 1, at + step, between) : null;
        if (end is null && next.IsPlaceholder)
        {
            end = Placeholder(word, at, between);
        }

        if (end is null && next.MayBeMissing && word > 0 && !_isWhole)
        {
            end = End(word + 1, at, between);
        }

        if (end is null && word > 0 && IsSpoken(at) && spoken[at].Text == Words.OpenS)
        {
            end = End(word, at + 1, between);
        }

        return end ?? (between > 0 && word > 0 && IsSpoken(at) ? End(word, at + 1, between - 1) : null);
    }

    private int? Placeholder(int word, int at, int between)
    {
        for (int length = 0; length <= MostBetween && (length == 0 || IsSpoken(at + length - 1)); length++)
        {
            if (End(word + 1, at + length, between) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>How many words at a place are the pattern's word: one, or two that a hyphen parts; null: none.</summary>
    private int? Step(int word, int at)
    {
        if (!IsSpoken(at))
        {
            return null;
        }

        return pattern[word].Matches(spoken[at]) ? 1
            : spoken[at].JoinsNext && IsSpoken(at + 1) && pattern[word].Matches(spoken[at].Text + spoken[at + 1].Text) ? 2
            : null;
    }

    private bool IsSpoken(int at) => at < spoken.Count && spoken[at].Scene == spoken[_from].Scene;
}
