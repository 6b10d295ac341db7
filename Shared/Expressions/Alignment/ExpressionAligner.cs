using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Subtitles;
using Workflows.Shared.Text;

namespace Workflows.Shared.Expressions.Alignment;

/// <summary>
/// Finds when expressions are said, in the cues of their chunk: word for word, else in other forms of their words, else with a few words in between; across cues when no long silence lies between them.
/// Of several places the best match counts; among matches without words in between those in the lines that the model names go first, then the earliest.
/// </summary>
public sealed class ExpressionAligner
{
    /// <summary>Longer texts are no expressions.</summary>
    public const int LongestExpression = 300;

    private readonly SubtitleChunk _chunk;
    private readonly ChunkWords _words;
    private readonly Lazy<IReadOnlyList<SpokenLetter>> _letters;

    /// <summary>Prepares a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    public ExpressionAligner(SubtitleChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _chunk = chunk;
        _words = new ChunkWords(chunk);
        _letters = new Lazy<IReadOnlyList<SpokenLetter>>(() => ChunkLetters.Of(chunk));
    }

    /// <summary>When an expression is said, or why that is not known. Every time is one of the chunk's cues.</summary>
    /// <param name="expression">The expression, in any form.</param>
    /// <param name="lines">The numbers of cues that the model names as its context; they decide between places and may be wrong.</param>
    public (ExpressionTiming? Timing, TimingMiss? Miss) Find(string expression, IReadOnlyCollection<int> lines)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(lines);
        string bounded = expression.Length > LongestExpression ? expression[..LongestExpression] : expression;
        List<Word> words = Words.Of(bounded);
        if (words.Count == 0)
        {
            return (null, TimingMiss.NoWords);
        }

        List<Place> places = [.. bounded.EnumerateRunes().Any(UnpartedScripts.Contains) ? LetterAlignment.Find(_letters.Value, ChunkLetters.Words(bounded)) : InWords(words)];
        return places.Count == 0 ? (null, TimingMiss.NotFound) : (Best(places, lines), null);
    }

    private IEnumerable<Place> InWords(List<Word> words)
    {
        IReadOnlyList<PatternWord>? pattern = WordPattern.Of(words);
        return ExactWords.Find(_words.Written, words).Concat(pattern is null ? [] : new TolerantWords(_words.Expanded, pattern).Find());
    }

    private ExpressionTiming Best(List<Place> places, IReadOnlyCollection<int> lines)
    {
        HashSet<int> named = [.. lines];
        List<Place> distinct = [.. places.GroupBy(place => place.First).Select(group => group.MinBy(Rank))];
        Place best = distinct.MinBy(Rank);
        List<SubtitleCue> cues = [.. _chunk.Cues.Skip(best.First).Take(best.Last - best.First + 1)];
        return new ExpressionTiming
        {
            Start = cues[0].Start,
            End = cues.Max(cue => cue.End),
            FirstCue = cues[0].Number,
            LastCue = cues[^1].Number,
            Match = best.Match,
            Places = distinct.Count(place => place.Match == best.Match && place.Gap == best.Gap),
        };

        (bool, bool, TimingMatch, int, int) Rank(Place place) =>
            (place.Match == TimingMatch.Separated, !IsNamed(place), place.Match, place.Gap, place.First);

        bool IsNamed(Place place) => Enumerable.Range(place.First, place.Last - place.First + 1).Any(cue => named.Contains(_chunk.Cues[cue].Number));
    }
}
