using Workflows.Shared.Models;

namespace Workflows.Shared.Consultation.Conversations;

/// <summary>The summary without a model: the turn that tells best what was wanted and the one that tells best how it ended, in their own words.</summary>
internal static class ExtractiveSummary
{
    private const int LongestPart = 100;

    /// <summary>One or two sentences of at most about 230 characters.</summary>
    public static string Of(RatedTurns turns, AnswerLanguage language)
    {
        if (turns.Turns.Count == 0)
        {
            return "";
        }

        int request = turns.Request;
        int outcome = turns.Outcome;
        string first = SentenceCut.Clip(turns.Turns[request].Text, LongestPart);
        string second = SentenceCut.Clip(turns.Turns[outcome].Text, LongestPart);
        return (language, request == outcome) switch
        {
            (AnswerLanguage.Korean, true) => $"상담 내용: {first}",
            (AnswerLanguage.Korean, false) => $"고객 문의: {first} / 상담 결과: {second}",
            (_, true) => $"Said: {first}",
            _ => $"Customer: {first} / Outcome: {second}",
        };
    }
}
