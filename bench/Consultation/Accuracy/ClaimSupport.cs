using System.Text.RegularExpressions;
using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>
/// Which of a summary's claims the dialogue supports. Each sentence is a claim. It is supported when all its numbers and names stand in the dialogue, and 60 % of its
/// content words by their stems; words that reports use of any dialogue are no content.
/// </summary>
internal static partial class ClaimSupport
{
    private const double Least = 0.6;
    private const int ShortestLatin = 4;

    private static readonly HashSet<string> Reporting = new(StringComparer.OrdinalIgnoreCase)
    {
        "고객", "상담사", "상담원", "문의", "안내", "요청", "확인", "설명", "처리", "완료", "예정", "접수", "진행", "제공", "관련", "대해", "대한", "통해", "위해", "이후", "따라", "결과", "상담", "내용", "사항", "가능", "필요",
        "customer", "agent", "caller", "asked", "asking", "wanted", "wants", "requested", "explained", "informed", "confirmed", "offered", "provided", "about", "that", "with", "from", "will", "would", "could", "have", "been", "were", "they", "their", "there", "this", "which", "when", "what", "outcome", "said", "also", "because", "after", "before", "resolved",
    };

    private static readonly HashSet<string> ReportingStems = [.. Reporting.Select(WordStem.Of)];

    /// <summary>The claims, each with whether it is supported.</summary>
    public static IReadOnlyList<(string Claim, bool IsSupported)> Of(LabelledDialogue dialogue, string summary)
    {
        ConversationEvidence evidence = new(dialogue.Text);
        return [.. Ends().Split(summary).Select(claim => claim.Trim()).Where(claim => claim.Any(char.IsLetter)).Select(claim => (claim, IsSupported(evidence, claim)))];
    }

    private static bool IsSupported(ConversationEvidence evidence, string claim)
    {
        List<string> words = [.. claim.Split([' ', ',', '/', ':', ';', '(', ')', '"', '·'], StringSplitOptions.RemoveEmptyEntries).Where(IsContent)];
        return evidence.UnsaidNumbers(claim).Count == 0 && evidence.UnsaidNames(claim).Count == 0
            && (words.Count == 0 || words.Count(evidence.Says) >= Least * words.Count);
    }

    private static bool IsContent(string word)
    {
        string stem = WordStem.Of(word);
        bool isLatin = stem.Length > 0 && char.IsAscii(stem[0]);
        return !stem.Any(char.IsAsciiDigit) && !Reporting.Contains(word) && !ReportingStems.Contains(stem) && (isLatin ? word.Length >= ShortestLatin : stem.Length >= 2);
    }

    /// <summary>Ends of sentences, lines, and the stroke between the parts of an extract.</summary>
    [GeneratedRegex(@"(?<=[.!?。])\s+|\n| / ", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();
}
