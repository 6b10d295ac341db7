using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Dialogues;

/// <summary>A conversation of a call centre, read by rules: who says what, which sentence tells the wish, which what was done and which how it ended.</summary>
internal sealed class Dialogue
{
    private const int LongestName = 16;
    private const int MostTurns = 4_000;
    private const int ShortestStatement = 12;

    private static readonly string[] Customers = ["고객", "손님", "민원인", "문의자", "환자", "customer", "caller", "client", "patient", "user"];
    private static readonly string[] Agents = ["상담사", "상담원", "직원", "담당자", "안내원", "agent", "representative", "operator", "advisor", "support"];

    private static readonly string[] Wishes =
    [
        "문의", "싶", "어떻게", "안 되", "안되", "안 돼", "고장", "오류", "환불", "취소", "변경", "신청", "해지", "궁금", "잘못", "두 번", "견적", "못 받", "안 왔", "늦", "필요", "예약", "분실", "바꾸", "가능한", "되나요",
        "want", "need", "would like", "how do", "can i", "could you", "problem", "not working", "broken", "refund", "cancel", "change", "wrong", "charged", "never", "lost", "book", "moving", "keeps", "missing", "late", "can't", "cannot", "error", "fails",
    ];

    private static readonly string[] Deeds =
    [
        "확인", "조회", "안내", "설명", "처리", "접수", "발송", "전송", "보내", "등록", "예약", "신청", "연결", "취소", "변경", "재발급", "필요합니다", "하시면", "하셔야", "가능합니다", "해 드렸", "드리겠",
        "checked", "i see", "i can", "i've", "i have", "i'll", "you can", "you need", "please", "sent", "send", "process", "issue", "book", "register", "confirm", "cancel", "change", "looks like", "requires",
    ];

    private static readonly string[] Endings =
    [
        "완료", "처리되", "처리했", "접수되", "접수했", "접수해", "예정", "됩니다", "될 겁니다", "보내드렸", "발송", "전송", "예약되", "예약해", "까지", "이내", "내일", "해 드렸", "해드렸", "취소되", "연락드리", "연결해", "도착",
        "done", "sent", "processed", "will receive", "will be", "within", "confirmed", "booked", "cancelled", "refunded", "by tomorrow", "by friday", "call you", "scheduled", "arrive", "reference", "is now",
    ];

    private static readonly string[] Courtesies =
    [
        "안녕하세요", "감사합니다", "고맙습니다", "무엇을 도와", "좋은 하루", "수고하", "잠시만", "여보세요", "더 궁금한", "더 도와", "말씀해 주", "성함", "생년월일", "본인 확인",
        "hello", "good morning", "good afternoon", "thank you", "thanks", "how can i help", "how may i help", "one moment", "anything else", "have a", "goodbye", "may i have your", "bye",
    ];

    private readonly List<(DialogueTurn Turn, string Sentence, double Place)> _sentences;

    private Dialogue(List<DialogueTurn> turns)
    {
        Turns = turns;
        _sentences = [.. turns.SelectMany((turn, index) => Sentences.Of(turn.Text).Select(sentence => (turn, sentence, turns.Count == 1 ? 0.5 : (double)index / (turns.Count - 1))))];
    }

    /// <summary>The turns, in order.</summary>
    public IReadOnlyList<DialogueTurn> Turns { get; }

    /// <summary>Whether it is held in Korean.</summary>
    public bool IsKorean => Sentences.IsKorean(string.Join('\n', Turns.Select(turn => turn.Text)));

    /// <summary>Reads a conversation; any text is one.</summary>
    public static Dialogue Read(string text)
    {
        List<DialogueTurn> turns = [];
        bool? speaker = null;
        foreach (string line in text.Split('\n').Take(MostTurns))
        {
            string rest = WithoutTime(line.Trim());
            int colon = rest.AsSpan(0, Math.Min(rest.Length, LongestName)).IndexOfAny(':', ':');
            if (colon > 0 && SpeakerOf(rest[..colon]) is { } named)
            {
                speaker = named;
                rest = rest[(colon + 1)..].Trim();
            }

            if (rest.Length > 0 && rest != "…")
            {
                turns.Add(new DialogueTurn(speaker, rest));
            }
        }

        return new Dialogue(turns);
    }

    /// <summary>The sentences that tell best what was wanted, in their order.</summary>
    public IReadOnlyList<string> Wish(int count) => Best(count, entry =>
        (2 * Hits(entry.Sentence, Wishes)) + (entry.Turn.IsCustomer switch { true => 3, false => -3, _ => 0 }) + (6 * (1 - entry.Place)));

    /// <summary>The sentences that tell best what was done, in their order.</summary>
    public IReadOnlyList<string> Deed(int count) => Best(count, entry =>
        (2 * Hits(entry.Sentence, Deeds)) + (entry.Turn.IsCustomer switch { true => -4, false => 2, _ => 0 }) - (entry.Sentence.EndsWith('?') ? 2 : 0));

    /// <summary>The sentences that tell best how it ended, in their order.</summary>
    public IReadOnlyList<string> Ending(int count) => Best(count, entry =>
        (2 * Hits(entry.Sentence, Endings)) + (entry.Turn.IsCustomer switch { true => -3, false => 2, _ => 0 }) + (4 * entry.Place) - (entry.Sentence.EndsWith('?') ? 3 : 0));

    private static string WithoutTime(string line)
    {
        int end = line.StartsWith('[') || line.StartsWith('(') ? line.AsSpan(0, Math.Min(line.Length, LongestName)).IndexOfAny(']', ')') : -1;
        return end < 0 ? line : line[(end + 1)..].TrimStart();
    }

    private static bool? SpeakerOf(string name)
    {
        string plain = name.Trim().TrimEnd('님').ToLowerInvariant();
        return Customers.Contains(plain) ? true : Agents.Contains(plain) ? false : null;
    }

    private List<string> Best(int count, Func<(DialogueTurn Turn, string Sentence, double Place), double> rate) =>
    [
        .. Enumerable.Range(0, _sentences.Count)
            .OrderByDescending(i => rate(_sentences[i]) + Substance(_sentences[i].Sentence)).ThenBy(i => i)
            .DistinctBy(i => _sentences[i].Sentence).Take(count).Order().Select(i => _sentences[i].Sentence),
    ];

    /// <summary>How much a sentence says at all. A courtesy counts against it unless more is said beside it.</summary>
    private static double Substance(string sentence)
    {
        string rest = Courtesies.Aggregate(sentence, (text, courtesy) => text.Replace(courtesy, "", StringComparison.OrdinalIgnoreCase));
        double courtesy = rest.Length == sentence.Length ? 0 : rest.Count(char.IsLetter) >= ShortestStatement ? 1 : 5;
        return (Math.Min(sentence.Length, 80) / 40.0) + (sentence.Any(char.IsDigit) ? 1 : 0) - courtesy;
    }

    private static int Hits(string sentence, string[] words) => Math.Min(3, words.Count(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
