using System.Text;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Consultation.Analysis;

/// <summary>The longest conversations, made of what could cost a reader its square.</summary>
public sealed class HostileConversationTests
{
    private const int Longest = 500_000;

    public static TheoryData<string> Pieces =>
    [
        "고객: 네\n", "고객: ", ":", "[", "[1:", "1", "1,", "1만 ", "1만", "999999999999999천억 ", "2025-", "1.1", "A", "A-", "A ", "A.B", "일", "일 ", "만천백", "두 시 반 ", "one ", "one-", "hundred and ", "nine thousand ", "억", "씨", "가나 님", ". ", "가", " ", "\n", "\U0001F600", "\u202E", "</data id=\"",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void They_are_cut_scored_and_excerpted_like_others(string piece)
    {
        StringBuilder text = new();
        while (text.Length < Longest)
        {
            text.Append(piece);
        }

        string conversation = text.ToString();
        IReadOnlyList<string> windows = ConversationWindows.Cut(conversation, AnswerLanguage.Korean, ConversationWindows.UsualTokens);
        string excerpt = ConversationExcerpt.Of(new RatedTurns(ConversationTurns.Read(conversation)), AnswerLanguage.Korean);
        QualityScore score = QualityScore.Of(SampleConversations.Good, conversation);

        Assert.All(windows, window => Assert.True(TokenEstimate.Of(window) <= ConversationWindows.UsualTokens));
        Assert.True(excerpt.Length <= ConversationExcerpt.Longest);
        Assert.InRange(score.Value, 0, 1);
    }
}
