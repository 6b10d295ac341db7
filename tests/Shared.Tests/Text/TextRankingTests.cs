using Workflows.Shared.Text;

namespace Workflows.Shared.Tests.Text;

public sealed class TextRankingTests
{
    /// <summary>
    /// By hand: three passages of 3, 5 and 1 terms, 3 on average. "cat" is in two, ln(1 + 1.5/2.5) = 0.470004; "dog" in one, ln(1 + 2.5/1.5) = 0.980829. First: 0.470004 · 1 · 2.2/(1 + 1.2). Second:
    /// 0.470004 · 2 · 2.2/(2 + 1.8) + 0.980829 · 3 · 2.2/(3 + 1.8).
    /// </summary>
    [Fact]
    public void The_scores_are_those_worked_out_by_hand()
    {
        IReadOnlyList<double> scores = Score("cat dog", "cat sat mat", "cat cat dog dog dog", "bird");

        Assert.Equal([0.470004, 1.892855, 0], scores.Select(score => Math.Round(score, 6)));
    }

    [Theory]
    [InlineData("What does the refund policy say?", 1)]
    [InlineData("환불 규정은 무엇인가?", 2)]
    [InlineData("배송비", 3)]
    public void The_passage_that_answers_ranks_first(string question, int best)
    {
        IReadOnlyList<double> scores = Score(
            question,
            "The parking lot opens at nine.",
            "Our refund policy: the price is returned within fourteen days.",
            "환불은 구매 후 7일 이내에 규정에 따라 처리됩니다.",
            "배송비는 고객이 부담합니다.");

        Assert.Equal(scores.Max(), scores[best]);
    }

    [Fact]
    public void Nothing_ranks_nothing() => Assert.Empty(TextRanking.Score("refund", []));

    [Fact]
    public void A_question_asked_twice_ranks_the_same() => Assert.Equal(Score("cat", "cat", "a cat"), Score("cat cat CAT", "cat", "a cat"));

    private static IReadOnlyList<double> Score(string question, params string[] texts) => TextRanking.Score(question, texts);
}
