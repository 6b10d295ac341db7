using System.Buffers;

namespace Workflows.Shared.Consultation.Conversations;

/// <summary>
/// How much a turn tells: of the request, and of the outcome. The words are those of call centres, in Korean and English; a turn is told by its
/// words, by who says it and by where it stands.
/// </summary>
internal static class TurnCues
{
    private const int MostHits = 3;

    private static readonly SearchValues<string> Requests = SearchValues.Create(
    [
        "문의", "싶", "요청", "원해", "원합", "어떻게", "방법", "안 되", "안되", "안 돼", "안돼", "못 ", "고장", "오류", "환불", "취소", "변경", "신청", "해지", "불만", "확인해", "알려", "도와", "언제", "왜", "가능", "?",
        "want", "need", "would like", "how do", "how can", "can you", "could you", "problem", "issue", "not working", "broken", "refund", "cancel", "change", "help", "when", "why", "complain", "wrong", "charged",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Outcomes = SearchValues.Create(
    [
        "처리", "완료", "접수", "안내", "보내", "발송", "전송", "등록", "예약", "예정", "해드리", "해 드리", "해드렸", "드리겠", "드렸", "내일", "까지", "승인", "연결", "배정", "알겠", "그렇게", "됩니다", "되었",
        "sent", "send", "done", "processed", "refunded", "completed", "scheduled", "booked", "resolved", "will ", "within", "confirmed", "email", "ticket", "arranged", "replaced", "transfer", "i've", "i have",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Fillers = SearchValues.Create(
    [
        "안녕하세요", "감사합니다", "고맙습니다", "반갑습니다", "잠시만", "네네", "여보세요", "좋은 하루", "수고하세요", "무엇을 도와", "기다려",
        "hello", "good morning", "good afternoon", "thank you", "thanks", "one moment", "please hold", "how may i help", "how can i help", "have a nice", "goodbye", "anything else",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>How well the turn tells what was wanted.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="place">Where it stands, from 0 (first) to 1 (last).</param>
    public static double Request(Turn turn, double place) =>
        Substance(turn) + (2 * Hits(turn.Text, Requests)) + (turn.Speaker == Speaker.Customer ? 3 : turn.Speaker == Speaker.Agent ? -2 : 0) + (2 * (1 - place));

    /// <summary>How well the turn tells how it ended.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="place">Where it stands, from 0 (first) to 1 (last).</param>
    public static double Outcome(Turn turn, double place) =>
        Substance(turn) + (2 * Hits(turn.Text, Outcomes)) + (turn.Speaker == Speaker.Agent ? 2 : 0) + (3 * place);

    /// <summary>How much it says at all: numbers and length count, courtesies count against it.</summary>
    private static double Substance(Turn turn)
    {
        double substance = Math.Min(turn.Text.Length, 120) / 60.0;
        substance += turn.Text.Any(char.IsDigit) ? 1 : 0;
        return substance - (turn.Text.Length < 40 ? 4 * Hits(turn.Text, Fillers) : Hits(turn.Text, Fillers));
    }

    private static int Hits(string text, SearchValues<string> words)
    {
        int hits = 0;
        ReadOnlySpan<char> rest = text;
        while (hits < MostHits && rest.IndexOfAny(words) is >= 0 and int at)
        {
            hits++;
            rest = rest[(at + 1)..];
        }

        return hits;
    }
}
