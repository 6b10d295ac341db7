using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Conversations;

namespace Workflows.Shared.Tests.Consultation.Conversations;

public sealed class ConversationTurnsTests
{
    [Theory]
    [InlineData("고객: 안녕하세요\n상담사: 네")]
    [InlineData("고객 : 안녕하세요\r\n상담원: 네")]
    [InlineData("고객: 안녕하세요 상담사: 네")]
    [InlineData("[00:01] 고객: 안녕하세요\n[00:02] 상담사: 네")]
    [InlineData("(10:30:01) 손님:안녕하세요\n직원:네")]
    [InlineData("고객:\n안녕하세요\n상담사:\n네")]
    public void Turns_begin_with_a_speakers_name(string text) =>
        Assert.Equal([new Turn(Speaker.Customer, "안녕하세요"), new Turn(Speaker.Agent, "네")], ConversationTurns.Read(text));

    [Fact]
    public void English_speakers_are_known() =>
        Assert.Equal([new Turn(Speaker.Customer, "Hi."), new Turn(Speaker.Agent, "Hello.")], ConversationTurns.Read("CUSTOMER: Hi.\nagent: Hello."));

    [Fact]
    public void A_line_without_a_name_belongs_to_who_spoke_last() =>
        Assert.All(ConversationTurns.Read("고객: 하나\n둘\n셋"), turn => Assert.Equal(Speaker.Customer, turn.Speaker));

    [Theory]
    [InlineData("주소: 서울시 중구")]
    [InlineData("see http://example.test/a: b")]
    public void A_colon_after_another_word_names_no_speaker(string text) => Assert.Equal(Speaker.Unknown, Assert.Single(ConversationTurns.Read(text)).Speaker);

    [Fact]
    public void A_long_text_without_names_is_cut_into_sentences() =>
        Assert.Equal(20, ConversationTurns.Read(string.Join(' ', Enumerable.Repeat("고객이 환불을 요청하였습니다.", 20))).Count);

    [Fact]
    public void Every_turn_is_on_one_line_and_none_is_empty() => Prop.ForAll(SampleConversations.Any.ToArbitrary(), text =>
        Assert.All(ConversationTurns.Read(text), turn => Assert.True(turn.Text.Length > 0 && !turn.Text.Any(char.IsControl) && turn.Text.Trim() == turn.Text))).QuickCheckThrowOnFailure();
}
