using System.Text.RegularExpressions;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>The names that a text claims: persons and products that somebody must have named. What every summary says is no name.</summary>
internal static partial class NamedThings
{
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "customer", "agent", "caller", "client", "representative", "i", "id", "sms", "url", "faq", "vip", "pin", "atm", "ars", "tv", "pc", "as", "ok", "email", "e-mail", "app", "web", "online",
    };

    private static readonly HashSet<string> Addressed = new(StringComparer.Ordinal)
    {
        "고객", "상담사", "상담원", "선생", "손님", "기사", "담당자", "직원", "사장", "대표", "과장", "팀장", "부장", "교수", "의사", "원장", "간호사", "매니저", "본인", "어머", "아버", "부모", "사모", "조합원", "회원", "환자", "민원인",
    };

    /// <summary>The names, in order, as they are written.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (Match match in Latin().Matches(text))
        {
            bool isName = !StartsSentence(text, match.Index) || match.Value.Skip(1).Any(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
            if (isName && !Common.Contains(match.Value))
            {
                yield return match.Value;
            }
        }

        foreach (Match match in Korean().Matches(text))
        {
            string name = match.Groups["name"].Value;
            if (!Addressed.Any(word => name.EndsWith(word, StringComparison.Ordinal)))
            {
                yield return name;
            }
        }
    }

    /// <summary>Whether a word begins a sentence of a Latin script, where it has a capital without being a name. After Korean words it would have none.</summary>
    private static bool StartsSentence(string text, int at)
    {
        int before = at - 1;
        while (before >= 0 && (char.IsWhiteSpace(text[before]) || text[before] is '"' or '\'' or '('))
        {
            before--;
        }

        return before < 0 || text[before] is '.' or '!' or '?' or ':' or ';' or '/';
    }

    /// <summary>A word with a capital.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]*(?:[-'&+][A-Za-z0-9]+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Latin();

    /// <summary>Two to four syllables before a form of address.</summary>
    [GeneratedRegex(@"(?<![가-힣])(?<name>[가-힣]{2,4}?)\s?(?:님|씨)(?![가-힣]{3})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Korean();
}
