using System.Globalization;
using System.Text;
using Workflows.Shared.Text;

namespace Workflows.Shared.Debate.Gate;

/// <summary>
/// Text as quotations are compared, so that line breaks, hyphenation and typography make no difference: forms unified (<see cref="UnicodeText"/>), case folded, quotation marks of one
/// kind, dashes of one kind and hyphens within words taken out, and without what cannot be seen. White space is one blank between words and numbers of scripts that part them by it, and nothing
/// elsewhere: Korean is written with and without. A minus before a number stays one.
/// </summary>
internal static class QuoteText
{
    /// <summary>A dash that makes a number negative.</summary>
    public const char Minus = '\u2212';

    /// <summary>The text's normal form.</summary>
    public static string Normalize(string text)
    {
        StringBuilder plain = new(text.Length);
        Rune before = new(' ');
        bool space = false;
        bool dash = false;
        bool spaceBeforeDash = false;
        foreach (Rune rune in UnicodeText.Unify(text).EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                space = true;
            }
            else if (category == UnicodeCategory.DashPunctuation || rune.Value == Minus)
            {
                spaceBeforeDash = dash ? spaceBeforeDash : space;
                (dash, space) = (true, false);
            }
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                Rune next = Plain(rune, category);
                plain.Append(dash ? Dash(before, next, spaceBeforeDash, space) : space && Parts(before, next) ? " " : "").Append(next.ToString());
                (before, space, dash) = (next, false, false);
            }
        }

        return plain.Append(dash ? "-" : "").ToString();
    }

    /// <summary>Whether a character belongs to a word or a number of a script that parts them by white space.</summary>
    public static bool IsParted(Rune rune) => (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        && !UnpartedScripts.Contains(rune);

    private static bool Parts(Rune before, Rune next) => IsParted(next) && (IsParted(before) || (before.Value is '.' or ',' && Rune.IsDigit(next)));

    private static string Dash(Rune before, Rune next, bool spaceBefore, bool spaceAfter) =>
        Rune.IsLetter(before) && Rune.IsLetter(next) && !spaceBefore ? ""
        : Rune.IsDigit(next) && !spaceAfter && (spaceBefore || !Rune.IsLetterOrDigit(before)) ? Minus.ToString()
        : "-";

    private static Rune Plain(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation || rune.Value is '\'' or '`' or 0x201A or 0x201E
            ? new Rune('"')
            : Rune.ToLowerInvariant(rune);
}
