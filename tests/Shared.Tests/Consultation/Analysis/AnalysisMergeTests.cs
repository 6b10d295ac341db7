using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Analysis;
using static Workflows.Shared.Tests.Consultation.SampleConversations;

namespace Workflows.Shared.Tests.Consultation.Analysis;

public sealed class AnalysisMergeTests
{
    private static readonly ConsultationAnalysis First = Create("환불 요청", "결제 내역 확인", "확인 중", "환불_결제", "결제 환불 문의", "결제", "환불");
    private static readonly ConsultationAnalysis Last = Create("추가로 배송 문의", "환불 접수", "환불 접수 완료", "배송_환불", "배송 문의", "배송", "환불");

    [Fact]
    public void The_wish_is_the_firsts_the_result_the_lasts_and_the_deeds_are_all()
    {
        ConsultationAnalysis merged = AnalysisMerge.Combine([First, Last]);

        Assert.Equal(("환불 요청", "결제 내역 확인 환불 접수", "환불 접수 완료"), (merged.Summary.Customer, merged.Summary.Agent, merged.Summary.Result));
        Assert.Equal("결제 환불 문의", merged.Titles.Descriptive);
    }

    [Fact]
    public void Keywords_that_more_windows_have_come_first_and_make_the_title()
    {
        ConsultationAnalysis merged = AnalysisMerge.Combine([First, Last]);

        Assert.Equal(["환불", "결제", "배송"], merged.Keywords);
        Assert.Equal("환불_결제_배송", merged.Titles.Keyword);
    }

    [Fact]
    public void One_alone_is_tidied() => Assert.Equivalent(First, AnalysisMerge.Combine([First]), strict: true);

    [Fact]
    public void Of_many_windows_the_deeds_of_some_are_told_in_full_length()
    {
        ConsultationAnalysis merged = AnalysisMerge.Combine([.. Enumerable.Range(0, 40).Select(i => First with { Summary = First.Summary with { Agent = $"{i}번째 창에서 한 일" } })]);

        Assert.Equal("0번째 창에서 한 일 13번째 창에서 한 일 26번째 창에서 한 일 39번째 창에서 한 일", merged.Summary.Agent);
    }

    [Fact]
    public void Whatever_is_combined_is_tidy() => Prop.ForAll(SampleConversations.Analysis.NonEmptyListOf().ToArbitrary(), parts =>
    {
        ConsultationAnalysis merged = AnalysisMerge.Combine([.. parts]);
        Assert.Equivalent(AnalysisTidying.Of(merged), merged, strict: true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_hold_every_analysis_once_and_in_order() => Prop.ForAll(
        (from parts in SampleConversations.Analysis.ListOf() from tokens in Gen.Choose(1, 2_000) select (parts, tokens)).ToArbitrary(), entry =>
        {
            IReadOnlyList<IReadOnlyList<ConsultationAnalysis>> groups = AnalysisMerge.Groups([.. entry.parts], entry.tokens);
            Assert.Equal(entry.parts, groups.SelectMany(group => group));
            Assert.All(groups.SkipLast(1), group => Assert.True(group.Count >= 2));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Analyses_that_fit_into_one_prompt_are_one_group() => Assert.Single(AnalysisMerge.Groups([First, Last, First, Last], 2_000));
}
