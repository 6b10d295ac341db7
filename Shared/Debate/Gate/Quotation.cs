using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Shared.Debate.Gate;

/// <summary>A quotation in its normal form, in the parts between its ellipses.</summary>
internal sealed partial class Quotation
{
    private readonly string[] _parts;

    public Quotation(string quote) => _parts =
        [.. Ellipsis().Split(quote).Select(QuoteText.Normalize).Select(part => part.Trim('"')).Where(part => part.Length > 0)];

    /// <summary>The letters and digits of its shortest part; 0: it has none.</summary>
    public int Letters => _parts.Length == 0 ? 0 : _parts.Min(LettersOf);

    public static int LettersOf(string text) => text.EnumerateRunes().Count(Rune.IsLetterOrDigit);

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

    // "legal" is not a quotation from "illegal", nor "500" one from "1,500" or from "-500".
    private static bool Begins(string document, int at) =>
        at == 0 || !IsParted(document, at) || (!IsParted(document, at - 1) && !(char.IsDigit(document[at]) && (document[at - 1] == QuoteText.Minus || IsWithinNumber(document, at - 1))));

    private static bool Ends(string document, int end) =>
        end == document.Length || !IsParted(document, end - 1) || (!IsParted(document, end) && !IsWithinNumber(document, end));

    private static bool IsWithinNumber(string document, int at) =>
        document[at] is '.' or ',' && at > 0 && char.IsDigit(document[at - 1]) && at + 1 < document.Length && char.IsDigit(document[at + 1]);

    private static bool IsParted(string document, int at) =>
        Rune.TryGetRuneAt(document, char.IsLowSurrogate(document[at]) ? at - 1 : at, out Rune rune) && QuoteText.IsParted(rune);

    [GeneratedRegex(@"[\[\(]?\s*(\u2026|\u22EF|\.{3,})\s*[\]\)]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ellipsis();
}
