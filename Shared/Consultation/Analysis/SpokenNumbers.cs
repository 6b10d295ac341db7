using System.Text.RegularExpressions;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>
/// The numbers that a text has in words, as transcripts of speech do: <c>삼만 오천 원</c>, <c>두 시</c>, <c>공일공</c>, <c>twenty-five</c>. It rather sees a number too
/// many than one too few, as they only serve to support what a summary says in digits.
/// </summary>
internal static partial class SpokenNumbers
{
    /// <summary>Beyond it nobody counts in words: what does is nonsense, which must not overflow.</summary>
    private const decimal Endless = 1_000_000_000_000;

    private const string Digits = "영일이삼사오육칠팔구";

    private static readonly Dictionary<string, int> Native = new(StringComparer.Ordinal)
    {
        ["하나"] = 1, ["한"] = 1, ["둘"] = 2, ["두"] = 2, ["셋"] = 3, ["세"] = 3, ["석"] = 3, ["넷"] = 4, ["네"] = 4, ["넉"] = 4, ["다섯"] = 5, ["여섯"] = 6, ["일곱"] = 7,
        ["여덟"] = 8, ["아홉"] = 9, ["열"] = 10, ["스물"] = 20, ["스무"] = 20, ["서른"] = 30, ["마흔"] = 40, ["쉰"] = 50, ["예순"] = 60,
    };

    private static readonly Dictionary<string, int> English = new(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["first"] = 1, ["two"] = 2, ["second"] = 2, ["three"] = 3, ["third"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    /// <summary>The numbers, each as <see cref="WrittenNumbers"/> writes it.</summary>
    public static IEnumerable<string> Of(string text) => SinoKorean(text).Concat(NativeKorean(text)).Concat(InEnglish(text));

    private static IEnumerable<string> SinoKorean(string text)
    {
        foreach (Match match in SinoWords().Matches(text))
        {
            string word = string.Concat(match.Value.Where(c => !char.IsWhiteSpace(c))).Replace('공', '영');
            yield return Sino(word);

            // The numeral one and the day of a date are the same syllable.
            if (word.Length > 1 && word[^1] == '일')
            {
                yield return Sino(word[..^1]);
            }
        }
    }

    private static string Sino(string word) => word.Any(c => c is '십' or '백' or '천' or '만' or '억')
        ? WrittenNumbers.Text(Amount(word))
        : string.Concat(word.Select(c => (char)('0' + Digits.IndexOf(c, StringComparison.Ordinal)))).TrimStart('0') is { Length: > 0 } digits ? digits : "0";

    private static decimal Amount(string word)
    {
        decimal sum = 0;
        decimal block = 0;
        decimal digit = 0;
        foreach (char c in word)
        {
            switch (c)
            {
                case '십' or '백' or '천':
                    block += Math.Max(digit, 1) * (c == '십' ? 10 : c == '백' ? 100 : 1_000);
                    digit = 0;
                    break;
                case '만':
                    sum += Math.Max(block + digit, 1) * 10_000;
                    (block, digit) = (0, 0);
                    break;
                case '억':
                    sum = (sum + Math.Max(block + digit, 1)) * 100_000_000 % Endless;
                    (block, digit) = (0, 0);
                    break;
                default:
                    digit = Digits.IndexOf(c, StringComparison.Ordinal);
                    break;
            }
        }

        return sum + block + digit;
    }

    private static IEnumerable<string> NativeKorean(string text)
    {
        foreach (Match match in Counted().Matches(text))
        {
            int value = match.Groups["word"].Captures.Sum(word => Native[word.Value]);
            yield return WrittenNumbers.Text(value);
            if (match.Groups["half"].Success)
            {
                yield return "30";
            }
        }
    }

    private static IEnumerable<string> InEnglish(string text)
    {
        foreach (Match match in EnglishWords().Matches(text))
        {
            decimal sum = 0;
            decimal block = 0;
            foreach (Capture word in match.Groups["word"].Captures)
            {
                if (English.TryGetValue(word.Value, out int value))
                {
                    block += value;
                    yield return WrittenNumbers.Text(value);
                }
                else if (word.Value.Equals("hundred", StringComparison.OrdinalIgnoreCase))
                {
                    block = Math.Max(block, 1) * 100 % Endless;
                }
                else
                {
                    sum = (sum + Math.Max(block, 1)) * 1_000 % Endless;
                    block = 0;
                }
            }

            yield return WrittenNumbers.Text(sum + block);
        }
    }

    /// <summary>Two and more numerals, or one before a unit that is counted in Chinese numerals.</summary>
    [GeneratedRegex(
        @"(?:[공영일이삼사오육칠팔구십백천만억]{2,15}|(?<![가-힣])[십백천만])(?:\s[공영일이삼사오육칠팔구십백천만억]{1,15}(?=\s?[월일년분원개호회주층번점명프퍼]|\s))*|[일이삼사오육칠팔구십백천만억](?=\s?(?:월|일|년|분|원|개월|호|회|주|층|번|점|명|차|프로|퍼센트))",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SinoWords();

    /// <summary>Native numerals before what is counted with them.</summary>
    [GeneratedRegex(
        @"(?<word>열|스물|서른|마흔|쉰|예순)?(?<word>하나|한|둘|두|셋|세|석|넷|네|넉|다섯|여섯|일곱|여덟|아홉|열|스무)\s?(?:시(?<half>\s?반)?|개|번|명|달|분|살|가지|대|장|건|통|군데|차례|배|사람|곳|주|잔|벌|켤레|박스|상자|식구)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"\b(?:(?<word>one|first|two|second|three|third|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?:\s+and\s+|[\s-]+|\b))+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishWords();
}
