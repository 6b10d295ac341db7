using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Shared.Tests.Consultation.Analysis;

public sealed class ConversationEvidenceTests
{
    private static readonly ConversationEvidence Korean = new(SampleConversations.Korean);
    private static readonly ConversationEvidence English = new(SampleConversations.English);

    [Theory]
    [InlineData("사업자등록")]
    [InlineData("온라인 신청")]
    [InlineData("신분증사본")]
    [InlineData("임대차_계약서")]
    public void A_term_stands_in_the_conversation_whatever_its_blanks(string term) => Assert.True(Korean.Says(term));

    [Theory]
    [InlineData("환불")]
    [InlineData("여권 사본")]
    [InlineData("")]
    [InlineData("!!")]
    public void A_term_that_nobody_said_does_not(string term) => Assert.False(Korean.Says(term));

    [Theory]
    [InlineData("refunding orders")]
    [InlineData("Payment")]
    [InlineData("CHARGED")]
    public void English_words_count_by_their_stem(string term) => Assert.True(English.Says(term));

    [Fact]
    public void Numbers_count_in_whatever_way_they_are_written() => Assert.Empty(Korean.UnsaidNumbers("수수료 1만 2천원, 처리 3일"));

    [Fact]
    public void Numbers_that_were_said_in_words_count() => Assert.Empty(English.UnsaidNumbers("Refund within 5 days, order 4417, 39.90"));

    [Fact]
    public void Numbers_that_nobody_said_are_told_once_each() => Assert.Equal(["7", "40"], English.UnsaidNumbers("7 days, 40, and 7 again"));

    [Fact]
    public void An_hour_counts_by_either_clock() => Assert.Empty(new ConversationEvidence("고객: 오후 두 시로 바꿔 주세요").UnsaidNumbers("14시로 변경"));

    [Fact]
    public void Names_that_nobody_said_are_told() => Assert.Equal(["Carlos"], English.UnsaidNames("The caller Maria Lopez spoke with Carlos."));
}
