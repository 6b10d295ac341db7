using System.Text;
using System.Text.RegularExpressions;
using Workflows.Shared.Text;

namespace Workflows.Shared.Debate.Gate;

/// <summary>A quotation in its normal form, in the parts between its ellipses.</summary>
internal sealed partial class Quotation
{
    private const int Group = 3;

    private readonly string[] _parts;

    public Quotation(string quote) => _parts =
        [.. Ellipsis().Split(quote).Select(QuoteText.Normalize).Select(part => part.Trim('"')).Where(part => part.Length > 0)];

    /// <summary>The letters and digits of its shortest part, as <see cref="LettersOf"/> counts them; 0: it has none.</summary>
    public int Letters => _parts.Length == 0 ? 0 : _parts.Min(LettersOf);

    /// <summary>The letters and digits of a text. One of Hangul, Kana or Han says as much as two others.</summary>
    public static int LettersOf(string text) => text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Sum(letter => UnpartedScripts.Contains(letter) ? 2 : 1);

    /// <summary>Whether its parts stand in a document's normal form in their order, each of them from the beginning of a word or number to an end of one.</summary>
    public bool StandsIn(string document)
    {
        int from = 0;
        foreach (string part in _parts)
        {
            int at = document.IndexOf(part, from, StringComparison.Ordinal);
            while (at >= 0 && !(Begins(document, at) && Ends(document, at + part.Length)))
            {
                at = document.IndexOf(part, at + 1, StringComparison.Ordinal);
            }

            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return _parts.Length > 0;
    }

    // "legal" is not a quotation from "illegal", nor "500" one from "1,500" or from "-500", nor "3." one from "3.5".
    private static bool Begins(string document, int at) =>
        at == 0 || (!IsWithinNumber(document, at)
            && (!IsParted(document, at) || (!IsParted(document, at - 1) && !(char.IsDigit(document[at]) && (document[at - 1] == QuoteText.Minus || IsWithinNumber(document, at - 1))))));

    private static bool Ends(string document, int end) =>
        end == document.Length || (!IsWithinNumber(document, end - 1) && (!IsParted(document, end - 1) || (!IsParted(document, end) && !IsWithinNumber(document, end))));

    /// <summary>Whether a character is the point, the mark of a fraction or of a time, or what parts the groups of thousands, with digits on both sides.</summary>
    private static bool IsWithinNumber(string document, int at) => document[at] switch
    {
        '.' or ',' or '/' or ':' => Digits(document, at, -1) > 0 && Digits(document, at, 1) > 0,
        ' ' or '"' => Digits(document, at, -1) is >= 1 and <= Group && Digits(document, at, 1) == Group,
        _ => false,
    };

    /// <summary>How many digits are directly before or after a place; more than a group's need not be counted.</summary>
    private static int Digits(string document, int at, int step)
    {
        int digits = 0;
        for (int i = at + step; digits <= Group && i >= 0 && i < document.Length && char.IsDigit(document[i]); i += step)
        {
            digits++;
        }

        return digits;
    }

    private static bool IsParted(string document, int at) =>
        Rune.TryGetRuneAt(document, char.IsLowSurrogate(document[at]) ? at - 1 : at, out Rune rune) && QuoteText.IsParted(rune);

    [GeneratedRegex(@"[\[\(]?\s*(\u2026|\u22EF|\.{3,})\s*[\]\)]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ellipsis();
}
