using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Consultation.Conversations;

public sealed class ConversationExcerptTests
{
    private const string Request = "고객: 지난달 인터넷 요금이 두 번 빠져나가서 환불을 받고 싶습니다.";
    private const string Outcome = "상담사: 이중 결제 33,000원을 오늘 환불 처리했고 3일 이내에 입금될 예정입니다.";

    [Fact]
    public void A_short_conversation_is_shown_whole() =>
        Assert.Equal("고객: 네\n상담사: 네, 고객님", Excerpt("고객: 네\n상담사: 네, 고객님"));

    [Fact]
    public void No_excerpt_is_longer_than_500_characters() => Prop.ForAll(SampleConversations.Long.ToArbitrary(), text =>
    {
        Assert.True(Excerpt(text).Length <= ConversationExcerpt.Longest);
        Assert.True(Excerpt(text, AnswerLanguage.English).Length <= ConversationExcerpt.Longest);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_single_endless_turn_stays_within_the_bound() =>
        Assert.InRange(Excerpt("고객: " + new string('가', 100_000)).Length, 100, ConversationExcerpt.Longest);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(40, 2)]
    [InlineData(2, 40)]
    [InlineData(200, 200)]
    public void Request_and_outcome_are_kept_wherever_they_stand(int before, int after)
    {
        string text = string.Join('\n', [
            .. Enumerable.Repeat("상담사: 안녕하세요, 반갑습니다. 잠시만 기다려 주세요.", before), Request,
            .. Enumerable.Repeat("상담사: 네, 잠시만요. 감사합니다.", after), Outcome, "고객: 감사합니다.", "상담사: 좋은 하루 되세요."]);

        string excerpt = Excerpt(text);

        Assert.Contains(Request, excerpt, StringComparison.Ordinal);
        Assert.Contains(Outcome, excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void English_request_and_outcome_are_kept_too()
    {
        string text = string.Join('\n', [
            .. Enumerable.Repeat("Agent: Good morning, thank you for calling, one moment please.", 20), "Customer: My parcel never arrived and I want a refund.",
            .. Enumerable.Repeat("Agent: Thank you, one moment please.", 20), "Agent: I have processed the refund, it will be on your card within 5 days.", "Customer: Thanks, goodbye."]);

        string excerpt = Excerpt(text, AnswerLanguage.English);

        Assert.Contains("never arrived", excerpt, StringComparison.Ordinal);
        Assert.Contains("within 5 days", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chosen_turns_keep_their_order()
    {
        string excerpt = Excerpt(string.Join('\n', Enumerable.Range(100, 200).Select(number => $"고객: {number}번 신청을 확인해 주세요.")));

        List<int> numbers = [.. System.Text.RegularExpressions.Regex.Matches(excerpt, "[0-9]{3}").Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(numbers.Order(), numbers);
    }

    [Fact]
    public void Gaps_are_shown() => Assert.Contains("…", Excerpt(string.Join('\n', Enumerable.Repeat("고객: 신청을 확인해 주세요.", 300))), StringComparison.Ordinal);

    [Fact]
    public void The_same_conversation_gives_the_same_excerpt() => Prop.ForAll(SampleConversations.Long.ToArbitrary(), text => Excerpt(text) == Excerpt(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_surrogate_is_broken() => Prop.ForAll(
        (from emoji in Gen.Choose(1, 400) from letters in Gen.Choose(0, 3) select "고객: " + new string('a', letters) + string.Concat(Enumerable.Repeat("\U0001F600", emoji))).ToArbitrary(),
        text => !Excerpt(text).EnumerateRunes().Contains(System.Text.Rune.ReplacementChar)).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_surrogate_in_the_text_does_not_stay_half() => Prop.ForAll(SampleConversations.Long.ToArbitrary(), text =>
        Excerpt(text).Where(char.IsSurrogate).Count() % 2 == 0).QuickCheckThrowOnFailure();

    private static string Excerpt(string text, AnswerLanguage language = AnswerLanguage.Korean) => ConversationExcerpt.Of(new RatedTurns(ConversationTurns.Read(text)), language);
}
