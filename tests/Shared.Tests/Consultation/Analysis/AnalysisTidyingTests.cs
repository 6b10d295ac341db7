using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Analysis;
using static Workflows.Shared.Tests.Consultation.SampleConversations;

namespace Workflows.Shared.Tests.Consultation.Analysis;

public sealed class AnalysisTidyingTests
{
    [Fact]
    public void What_is_tidy_stays_as_it_is() => Assert.Equivalent(Good, AnalysisTidying.Of(Good), strict: true);

    [Fact]
    public void Tidying_twice_is_tidying_once() => Prop.ForAll(SampleConversations.Analysis.ToArbitrary(), analysis =>
        Assert.Equivalent(AnalysisTidying.Of(analysis), AnalysisTidying.Of(AnalysisTidying.Of(analysis)), strict: true)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_that_steers_or_hides_is_left() => Prop.ForAll(SampleConversations.Analysis.ToArbitrary(), analysis =>
        Assert.All(Texts(AnalysisTidying.Of(analysis)).SelectMany(text => text.EnumerateRunes()), rune => Assert.True(
            Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.Surrogate) && rune != Rune.ReplacementChar))).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_longer_than_agreed() => Prop.ForAll(SampleConversations.Analysis.ToArbitrary(), analysis =>
    {
        ConsultationAnalysis tidy = AnalysisTidying.Of(analysis);
        Assert.All(new[] { tidy.Summary.Customer, tidy.Summary.Agent, tidy.Summary.Result }, part => Assert.True(part.Length <= 300));
        Assert.True(tidy.Keywords.Count <= 10);
        Assert.All(tidy.Keywords, keyword => Assert.InRange(keyword.Length, 1, 30));
        Assert.True(tidy.Titles.Keyword.Length <= 80);
        Assert.True(tidy.Titles.Descriptive.Length <= 100);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_keyword_stands_once_however_it_is_written() =>
        Assert.Equal(["사업자 등록", "Refund"], AnalysisTidying.Keywords(["#사업자 등록", "사업자등록", "\"Refund\"", "refund.", " ", "-"]));

    [Theory]
    [InlineData("환불_배송_안내", "환불_배송_안내")]
    [InlineData("환불 배송 안내", "환불_배송_취소수수료")]
    [InlineData("환불", "환불_배송_취소수수료")]
    [InlineData("", "환불_배송_취소수수료")]
    [InlineData("전혀_다른_제목", "환불_배송_취소수수료")]
    [InlineData("환불_a_b_c_d_e_f", "환불_배송_취소수수료")]
    [InlineData("환불_배송 지연", "환불_배송지연")]
    [InlineData("환불__배송_", "환불_배송")]
    public void The_keyword_title_is_the_models_when_it_is_one_and_else_made_of_keywords(string title, string tidy) =>
        Assert.Equal(tidy, AnalysisTidying.KeywordTitle(title, ["환불", "배송", "취소 수수료", "카드"]));

    private static IEnumerable<string> Texts(ConsultationAnalysis analysis) =>
        [analysis.Summary.Customer, analysis.Summary.Agent, analysis.Summary.Result, .. analysis.Keywords, analysis.Titles.Keyword, analysis.Titles.Descriptive];
}
