namespace Workflows.Shared.Expressions.Selection;

/// <summary>
/// Which expressions count. Chunks may end in any order, the result is the same: expressions are ordered by the film (<see cref="Order"/>), of those with one key the first counts, and of these the first
/// <c>max_expressions</c>. A chunk before which so many have been found cannot add any, whatever else comes: it need not be run, and its failure costs nothing. It holds expressions of chunks that
/// count only.
/// </summary>
public sealed class ExpressionSelection
{
    private readonly SortedDictionary<int, (IReadOnlyList<FoundExpression> Found, string[] Keys)> _chunks = [];
    private readonly int _most;

    /// <summary>Begins with nothing.</summary>
    /// <param name="maxExpressions">The most expressions in all; null: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public ExpressionSelection(int? maxExpressions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxExpressions ?? 1, 1, nameof(maxExpressions));
        _most = maxExpressions ?? int.MaxValue;
    }

    /// <summary>The number of the last chunk that can still count; null: every one can. Once it is set it never grows.</summary>
    public int? LastChunk { get; private set; }

    /// <summary>Whether a chunk can still add to the result.</summary>
    /// <param name="chunk">The chunk's number.</param>
    public bool CanCount(int chunk) => LastChunk is not { } last || chunk <= last;

    /// <summary>How many of a film's chunks can count.</summary>
    /// <param name="chunks">How many there are.</param>
    public int Counted(int chunks) => Math.Min(LastChunk ?? chunks, chunks);

    /// <summary>Takes the expressions of a chunk that has succeeded. The same chunk taken again changes nothing.</summary>
    /// <param name="chunk">The chunk's number.</param>
    /// <param name="expressions">What was found in it.</param>
    public void Take(int chunk, IReadOnlyList<FoundExpression> expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        if (!CanCount(chunk) || !_chunks.TryAdd(chunk, (expressions, [.. expressions.Select(one => ExpressionKey.Of(one.Expression))])) || _most == int.MaxValue)
        {
            return;
        }

        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach ((int number, (_, string[] found)) in _chunks)
        {
            keys.UnionWith(found);
            if (keys.Count >= _most)
            {
                LastChunk = number;
                break;
            }
        }

        foreach (int beyond in _chunks.Keys.Where(number => !CanCount(number)).ToList())
        {
            _chunks.Remove(beyond);
        }
    }

    /// <summary>The expressions that count, in order.</summary>
    public IReadOnlyList<FoundExpression> Result() =>
        [.. _chunks.Values.SelectMany(chunk => Order(chunk.Found)).DistinctBy(one => ExpressionKey.Of(one.Expression), StringComparer.Ordinal).Take(_most)];

    /// <summary>The order of a chunk's expressions: by time, those without time last, else as the model gave them. Chunks follow each other as in the film.</summary>
    /// <param name="expressions">A chunk's expressions.</param>
    public static IEnumerable<FoundExpression> Order(IReadOnlyList<FoundExpression> expressions) =>
        expressions.OrderBy(one => one.Timing?.Start ?? TimeSpan.MaxValue).ThenBy(one => one.Timing?.End ?? TimeSpan.MaxValue);
}
