namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Finds an expression word for word.</summary>
internal static class ExactWords
{
    /// <summary>Where the words stand, one after the other.</summary>
    public static IEnumerable<Place> Find(IReadOnlyList<SpokenWord> spoken, List<Word> expression)
    {
        for (int from = 0; from < spoken.Count; from++)
        {
            if (End(spoken, expression, from) is { } end)
            {
                yield return new Place(spoken[from].Cue, spoken[end - 1].Cue, TimingMatch.Exact, 0);
            }
        }
    }

    private static int? End(IReadOnlyList<SpokenWord> spoken, List<Word> expression, int from)
    {
        int at = from;
        for (int i = 0; i < expression.Count; i++)
        {
            if (at >= spoken.Count || spoken[at].Scene != spoken[from].Scene)
            {
                return null;
            }

            string word = expression[i].Text;
            if (spoken[at].Text == word)
            {
                at++;
            }
            else if (spoken[at].JoinsNext && at + 1 < spoken.Count && spoken[at + 1].Scene == spoken[from].Scene && spoken[at].Text + spoken[at + 1].Text == word)
            {
                at += 2;
            }
            else if (expression[i].JoinsNext && i + 1 < expression.Count && spoken[at].Text == word + expression[i + 1].Text)
            {
                at++;
                i++;
            }
            else
            {
                return null;
            }
        }

        return at;
    }
}
