using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Consultation.Conversations;

public sealed class ExtractiveSummaryTests
{
    [Fact]
    public void It_tells_request_and_outcome_in_their_own_words() =>
        Assert.Equal(
            "고객 문의: 사업자 등록을 온라인으로 신청하고 싶은데 필요한 서류가 뭔가요? / 상담 결과: 김하늘 고객님, 신청 주소를 문자로 보내드렸습니다. 처리는 3일 걸립니다.",
            Of(SampleConversations.Korean, AnswerLanguage.Korean));

    [Fact]
    public void English_stays_english() => Assert.StartsWith("Customer: I was charged twice", Of(SampleConversations.English, AnswerLanguage.English), StringComparison.Ordinal);

    [Fact]
    public void Of_nothing_there_is_no_summary() => Assert.Equal("", Of("", AnswerLanguage.Korean));

    [Fact]
    public void It_is_short_whatever_the_conversation_is() => Prop.ForAll(SampleConversations.Long.ToArbitrary(), text => Of(text, AnswerLanguage.Korean).Length <= 230).QuickCheckThrowOnFailure();

    private static string Of(string text, AnswerLanguage language) => ExtractiveSummary.Of(new RatedTurns(ConversationTurns.Read(text)), language);
}
