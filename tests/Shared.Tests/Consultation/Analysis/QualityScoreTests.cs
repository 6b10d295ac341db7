using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Analysis;
using static Workflows.Shared.Tests.Consultation.SampleConversations;

namespace Workflows.Shared.Tests.Consultation.Analysis;

public sealed class QualityScoreTests
{
    private static readonly Gen<(ConsultationAnalysis Analysis, string Text)> Cases = from analysis in SampleConversations.Analysis from text in Long select (analysis, text);

    [Fact]
    public void The_weights_add_up_to_one() =>
        Assert.Equal(1.0, QualityScore.CompletenessWeight + QualityScore.LengthsWeight + QualityScore.KeywordsWeight + QualityScore.SupportWeight, 10);

    [Fact]
    public void A_complete_analysis_in_the_conversations_own_words_scores_one() => Assert.Equal(1.0, QualityScore.Of(Good, Korean).Value);

    [Fact]
    public void An_empty_analysis_scores_zero() => Assert.Equal(0.0, QualityScore.Of(Create("", "", "", "", ""), Korean).Value);

    [Fact]
    public void A_missing_part_costs_a_seventh_of_the_completeness()
    {
        QualityScore score = QualityScore.Of(Good with { Summary = Good.Summary with { Result = "" } }, Korean);

        Assert.Equal(6 / 7.0, score.Completeness, 10);
    }

    [Fact]
    public void A_summary_in_another_language_costs_a_seventh_of_the_completeness()
    {
        ConsultationAnalysis english = Good with { Summary = Create("asked for documents", "explained them", "address was sent", "", "").Summary };

        Assert.Equal(6 / 7.0, QualityScore.Of(english, Korean).Completeness, 10);
    }

    [Fact]
    public void A_length_out_of_bounds_costs_a_sixth_of_the_lengths()
    {
        QualityScore score = QualityScore.Of(Good with { Summary = Good.Summary with { Agent = "함" } }, Korean);

        Assert.Equal(5 / 6.0, score.Lengths, 10);
    }

    [Fact]
    public void Too_few_keywords_cost_a_sixth_of_the_lengths() => Assert.Equal(5 / 6.0, QualityScore.Of(Good with { Keywords = ["서류"] }, Korean).Lengths, 10);

    [Fact]
    public void Keywords_count_by_the_share_that_stands_in_the_conversation() =>
        Assert.Equal(0.5, QualityScore.Of(Good with { Keywords = ["서류", "수수료", "환불", "배송"] }, Korean).Keywords, 10);

    [Theory]
    [InlineData("수수료 12,000원", 1.0)]
    [InlineData("수수료 1만 2천원", 1.0)]
    [InlineData("수수료 13,000원", 0.5)]
    [InlineData("이민호 님에게 안내", 0.5)]
    [InlineData("수수료 13,000원을 이민호 님에게 안내", 0.0)]
    [InlineData("수수료 13,000원, 14,000원, 15,000원", 0.0)]
    public void Each_number_or_name_that_nobody_said_costs_half_of_the_support(string agent, double support) =>
        Assert.Equal(support, QualityScore.Of(Good with { Summary = Good.Summary with { Agent = agent } }, Korean).Support, 10);

    [Fact]
    public void A_number_in_a_title_needs_support_too() =>
        Assert.Equal(0.5, QualityScore.Of(Good with { Titles = Good.Titles with { Descriptive = "서류 5종 안내" } }, Korean).Support, 10);

    [Fact]
    public void The_score_is_the_weighted_sum_with_two_decimals()
    {
        QualityScore score = QualityScore.Of(Good with { Keywords = ["서류", "수수료", "환불"] }, Korean);

        Assert.Equal(0.92, score.Value);
    }

    [Fact]
    public void Every_score_lies_between_zero_and_one() => Prop.ForAll(Cases.ToArbitrary(), entry =>
        Assert.InRange(QualityScore.Of(AnalysisTidying.Of(entry.Analysis), entry.Text).Value, 0, 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_keywords_does_not_matter() => Prop.ForAll(Cases.ToArbitrary(), entry =>
        QualityScore.Of(entry.Analysis, entry.Text) == QualityScore.Of(entry.Analysis with { Keywords = [.. entry.Analysis.Keywords.Reverse()] }, entry.Text)).QuickCheckThrowOnFailure();

    [Fact]
    public void An_invented_number_never_raises_the_support() => Prop.ForAll(Cases.ToArbitrary(), entry =>
    {
        ConsultationAnalysis worse = entry.Analysis with { Summary = entry.Analysis.Summary with { Result = entry.Analysis.Summary.Result + " 987654번" } };
        return string.IsNullOrWhiteSpace(entry.Analysis.Summary.Customer) || QualityScore.Of(worse, entry.Text).Support <= QualityScore.Of(entry.Analysis, entry.Text).Support;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_of_the_conversation_never_takes_support_away() => Prop.ForAll(Cases.ToArbitrary(), entry =>
        QualityScore.Of(entry.Analysis, $"{entry.Text}\n고객: 987654번입니다.").Support >= QualityScore.Of(entry.Analysis, entry.Text).Support).QuickCheckThrowOnFailure();
}
