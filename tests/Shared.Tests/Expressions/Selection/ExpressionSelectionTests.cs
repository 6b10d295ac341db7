using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Selection;

namespace Workflows.Shared.Tests.Expressions.Selection;

public sealed class ExpressionSelectionTests
{
    private static readonly string[] Pool = ["give up", "gave up", "look after", "call it a day", "calling it a day", "get over", "break down", "broke down", "run late", "눈치를 보다"];

    [Fact]
    public void Of_one_expression_in_several_chunks_the_first_in_the_film_counts()
    {
        ExpressionSelection selection = new(null);
        selection.Take(3, [Found("giving up", 3, 90)]);
        selection.Take(1, [Found("break down", 1, 20), Found("run late", 1), Found("give up", 1, 10)]);
        selection.Take(2, [Found("Give up!", 2, 50), Found("get over", 2, 40)]);

        Assert.Equal(["give up 1", "break down 1", "run late 1", "get over 2"], Texts(selection.Result()));
    }

    [Fact]
    public void A_chunk_cannot_count_when_enough_was_found_before_it()
    {
        ExpressionSelection selection = new(2);
        Assert.True(selection.CanCount(1_000));

        selection.Take(5, [Found("give up", 5, 50), Found("get over", 5, 51)]);
        Assert.Equal((true, false, 5, 5, 3), (selection.CanCount(5), selection.CanCount(6), selection.LastChunk, selection.Counted(9), selection.Counted(3)));

        selection.Take(2, [Found("gave up", 2, 20)]);
        Assert.Equal(5, selection.LastChunk);

        selection.Take(3, [Found("run late", 3, 30)]);
        Assert.Equal(3, selection.LastChunk);
        Assert.Equal(["gave up 2", "run late 3"], Texts(selection.Result()));
    }

    [Fact]
    public void A_chunk_taken_again_changes_nothing()
    {
        ExpressionSelection selection = new(null);
        selection.Take(1, [Found("give up", 1, 10)]);
        selection.Take(1, [Found("run late", 1, 10)]);

        Assert.Equal(["give up 1"], Texts(selection.Result()));
    }

    [Fact]
    public void No_expressions_is_no_maximum() => Assert.Throws<ArgumentOutOfRangeException>(() => new ExpressionSelection(0));

    [Fact]
    public void In_whatever_order_chunks_end_the_result_is_that_of_one_after_the_other() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Films.ToArbitrary(), film =>
        {
            (List<FoundExpression>[] chunks, bool[] fails, int? most, int[] order) = film;
            ExpressionSelection oneByOne = Run(chunks, fails, most, Enumerable.Range(0, chunks.Length));
            ExpressionSelection anyOrder = Run(chunks, fails, most, order);
            return Texts(oneByOne.Result()).SequenceEqual(Texts(anyOrder.Result())) && oneByOne.LastChunk == anyOrder.LastChunk
                && Texts(anyOrder.Result()).SequenceEqual(Expected(chunks, fails, most));
        }));

    private static Gen<(List<FoundExpression>[] Chunks, bool[] Fails, int? Most, int[] Order)> Films =>
        from count in Gen.Choose(1, 12)
        from sizes in Gen.Choose(0, 3).ArrayOf(count)
        from texts in Gen.Elements(Pool).ArrayOf(count * 3)
        from times in Gen.Choose(-3, 9).ArrayOf(count * 3)
        from fails in Gen.Elements(false, false, false, true).ArrayOf(count)
        from most in Gen.Choose(0, 9)
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select (Chunks(sizes, texts, times), fails, most == 0 ? (int?)null : most, order);

    private static List<FoundExpression>[] Chunks(int[] sizes, string[] texts, int[] times) =>
        [.. sizes.Select((size, chunk) => Enumerable.Range(chunk * 3, size).Select(i => Found(texts[i], chunk + 1, times[i] < 0 ? null : (chunk * 10) + times[i])).ToList())];

    /// <summary>Takes chunks in an order, but for those that fail and those that cannot count any more.</summary>
    private static ExpressionSelection Run(List<FoundExpression>[] chunks, bool[] fails, int? most, IEnumerable<int> order)
    {
        ExpressionSelection selection = new(most);
        foreach (int chunk in order.Where(chunk => selection.CanCount(chunk + 1) && !fails[chunk]))
        {
            selection.Take(chunk + 1, chunks[chunk]);
        }

        return selection;
    }

    private static IEnumerable<string> Expected(List<FoundExpression>[] chunks, bool[] fails, int? most) =>
        Texts(chunks.Where((_, chunk) => !fails[chunk]).SelectMany(ExpressionSelection.Order).DistinctBy(one => ExpressionKey.Of(one.Expression)).Take(most ?? int.MaxValue));

    private static IEnumerable<string> Texts(IEnumerable<FoundExpression> found) => found.Select(one => $"{one.Expression} {one.Chunk}");

    private static FoundExpression Found(string text, int chunk, int? second = null) => SampleExpressions.Found(text, chunk, second);
}
