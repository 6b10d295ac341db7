namespace Workflows.Simulator.Answers.Dialogues;

/// <summary>Picks the words that tell what a conversation is about: the frequent ones that not every conversation has, without Korean particles.</summary>
internal static class Terms
{
    private const int Longest = 20;
    private const int MostRead = 20_000;

    private static readonly string[] Particles =
    [
        "이라고", "이라는", "에서는", "으로는", "까지는", "에서", "으로", "에게", "까지", "부터", "이나", "이랑", "하고", "라고", "라는", "인데", "이고", "입니다", "인가요", "이요", "이에요", "예요",
        "을", "를", "이", "가", "은", "는", "에", "의", "로", "와", "과", "도", "만", "요", "랑",
    ];

    // Endings of verbs and adjectives: what ends so is no noun.
    private static readonly string[] Verbal =
    [
        "니다", "니까", "세요", "까요", "나요", "네요", "는데", "은데", "어요", "아요", "해요", "지요", "죠", "습니", "시면", "하면", "되면", "려고", "려면", "해서", "어서", "아서", "했고", "하고", "되는", "하는", "했는", "하신", "드릴", "드려", "주시", "겠", "싶", "없", "있", "같", "했", "됐", "되어", "하여", "하게", "되게", "할게", "할까", "을까",
    ];

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "고객", "고객님", "상담사", "상담원", "안녕하세", "감사", "지금", "오늘", "내일", "어제", "확인", "그러면", "그럼", "그런데", "근데", "그리고", "그래서", "혹시", "제가", "저희", "저는", "우리", "이거", "그거", "잠시", "바로", "다시", "정말", "조금", "너무", "아까", "이번", "다음", "하나", "경우", "부분", "말씀", "안내", "문의", "때문", "정도", "이상", "이후", "이전", "모두", "네네", "아니요", "그렇", "어떻", "언제", "얼마", "무엇", "여기", "거기", "도움", "필요", "가능", "분", "번", "원", "월", "일", "시",
        "the", "and", "you", "your", "for", "that", "this", "with", "have", "has", "had", "was", "were", "will", "would", "can", "could", "should", "are", "not", "but", "from", "what", "when", "where", "how", "why", "who", "please", "thank", "thanks", "hello", "good", "morning", "afternoon", "yes", "okay", "ok", "sure", "just", "like", "need", "want", "let", "see", "know", "get", "got", "one", "two", "our", "out", "all", "any", "now", "then", "there", "here", "they", "them", "his", "her", "she", "him", "its", "it's", "i'm", "i've", "i'll", "don't", "that's", "you're", "we'll", "right", "well", "also", "about", "into", "been", "did", "does", "help", "call", "calling", "today", "may", "more", "still", "only", "very", "some", "because", "which", "moment", "customer", "agent", "tell", "said", "says", "sorry", "great", "fine", "back", "over", "again", "after", "before", "than", "too", "much", "going", "everything", "anything", "else", "take", "make", "done", "first", "give", "come", "find", "check",
    };

    /// <summary>The terms, the most telling first.</summary>
    public static List<string> Of(string text, int count)
    {
        Dictionary<string, (int Count, int First, string Shown)> terms = new(StringComparer.OrdinalIgnoreCase);
        int place = 0;
        foreach (string word in Words(text).Take(MostRead))
        {
            place++;
            if (Term(word) is { } term)
            {
                (int seen, int first, string shown) = terms.GetValueOrDefault(term, (0, place, term));
                terms[term] = (seen + 1, first, shown);
            }
        }

        return [.. terms.Values.OrderByDescending(term => term.Count + Math.Min(term.Shown.Length, 6) / 4.0).ThenBy(term => term.First).Take(count).Select(term => term.Shown)];
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isPart = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'');
            if (isPart && start < 0)
            {
                start = i;
            }
            else if (!isPart && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private static string? Term(string word)
    {
        if (word.Length > Longest || word.Any(char.IsDigit) || Common.Contains(word))
        {
            return null;
        }

        if (word[0] is < '가' or > '힣')
        {
            return word.Length > 2 && word.All(c => char.IsAsciiLetter(c)) ? word.ToLowerInvariant() : null;
        }

        if (Verbal.Any(ending => word.EndsWith(ending, StringComparison.Ordinal) || word.Contains("습니", StringComparison.Ordinal)))
        {
            return null;
        }

        string? particle = Array.Find(Particles, ending => word.Length - ending.Length >= 2 && word.EndsWith(ending, StringComparison.Ordinal));
        string stem = particle is null ? word : word[..^particle.Length];
        return stem.Length >= 2 && !Common.Contains(stem) ? stem : null;
    }
}
