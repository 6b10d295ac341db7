using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Consultation.Conversations;

public sealed class ConversationLanguageTests
{
    [Theory]
    [InlineData(SampleConversations.Korean, AnswerLanguage.Korean)]
    [InlineData(SampleConversations.English, AnswerLanguage.English)]
    [InlineData("고객: Galaxy S25 Ultra 256GB Titanium 배송", AnswerLanguage.English)]
    [InlineData("고객: Galaxy S25 배송이 언제 되나요", AnswerLanguage.Korean)]
    [InlineData("", AnswerLanguage.English)]
    [InlineData("12345", AnswerLanguage.English)]
    public void A_fifth_of_hangul_makes_it_korean(string text, AnswerLanguage language) => Assert.Equal(language, ConversationLanguage.Of(text));
}
