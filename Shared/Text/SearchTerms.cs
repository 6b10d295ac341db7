using System.Globalization;
using System.Text;

namespace Workflows.Shared.Text;

/// <summary>
/// The terms of a text for ranking: words of letters and digits, folded in case and width. Of Hangul, Kana and Han, whose words carry their endings with them or are not
/// parted at all, every two neighbouring letters are a term, and a letter that stands alone. A word changes where the kind of its letters does. Longer words than 64 letters are data and no terms.
/// </summary>
internal static class SearchTerms
{
    private const int LongestWord = 64;

    /// <summary>The terms, in order, as often as they occur.</summary>
    public static List<string> Of(string text)
    {
        List<string> terms = [];
        StringBuilder word = new();
        bool unparted = false;
        foreach (Rune rune in UnicodeText.Unify(text).EnumerateRunes())
        {
            bool isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            bool isLetter = Rune.IsLetterOrDigit(rune);
            if (word.Length > 0 && !isMark && (!isLetter || UnpartedScripts.Contains(rune) != unparted))
            {
                Flush(word, unparted, terms);
            }

            if (isLetter || (isMark && word.Length > 0))
            {
                unparted = isMark ? unparted : UnpartedScripts.Contains(rune);
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        Flush(word, unparted, terms);
        return terms;
    }

    private static void Flush(StringBuilder word, bool unparted, List<string> terms)
    {
        string text = word.ToString();
        word.Clear();
        if (!unparted)
        {
            terms.AddRange(text.Length is > 0 and <= LongestWord ? [text] : Array.Empty<string>());
            return;
        }

        string[] letters = [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        terms.AddRange(letters.Length == 1 ? letters : letters.Zip(letters.Skip(1), string.Concat));
    }
}
