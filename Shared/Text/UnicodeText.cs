using System.Text;

namespace Workflows.Shared.Text;

/// <summary>
/// One form of text that can be written in several: full-width letters become plain ones, ligatures their letters, Hangul in parts its syllables, Latin letters with marks of their own the letters of
/// Western Europe. It is written out here as the product runs without culture data, where .NET normalises nothing.
/// </summary>
internal static class UnicodeText
{
    private const char NotACharacter = '\uFFFE';
    private const int FullWidth = 0xFF01 - '!';
    private const int Syllables = 0xAC00;
    private const int Vowels = 21;
    private const int Finals = 28;

    private static readonly Dictionary<char, string> Ligatures = new() { ['\uFB00'] = "ff", ['\uFB01'] = "fi", ['\uFB02'] = "fl", ['\uFB03'] = "ffi", ['\uFB04'] = "ffl" };

    private static readonly Dictionary<(char, char), char> Marked = Pairs(
        ('\u0300', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ('\u0301', "AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
        ('\u0302', "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
        ('\u0303', "ANOano", "ÃÑÕãñõ"),
        ('\u0308', "AEIOUaeiouy", "ÄËÏÖÜäëïöüÿ"),
        ('\u030A', "Aa", "Åå"),
        ('\u0327', "Cc", "Çç"));

    /// <summary>The text in that form. What is no character is left out.</summary>
    public static string Unify(string text)
    {
        StringBuilder whole = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                whole.Append(c).Append(text[++i]);
            }
            else if (Ligatures.TryGetValue(c, out string? letters))
            {
                whole.Append(letters);
            }
            else if (!char.IsSurrogate(c) && c != NotACharacter)
            {
                char plain = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - FullWidth) : c;
                if (whole.Length > 0 && Composed(whole[^1], plain) is { } one)
                {
                    whole[^1] = one;
                }
                else
                {
                    whole.Append(plain);
                }
            }
        }

        return whole.ToString();
    }

    private static char? Composed(char before, char c)
    {
        if (before is >= '\u1100' and <= '\u1112' && c is >= '\u1161' and <= '\u1175')
        {
            return (char)(Syllables + ((((before - '\u1100') * Vowels) + c - '\u1161') * Finals));
        }

        if (before is >= '\uAC00' and <= '\uD7A3' && (before - Syllables) % Finals == 0 && c is >= '\u11A8' and <= '\u11C2')
        {
            return (char)(before + c - '\u11A7');
        }

        return Marked.TryGetValue((before, c), out char marked) ? marked : null;
    }

    private static Dictionary<(char, char), char> Pairs(params (char Mark, string Letters, string Marked)[] rows) =>
        rows.SelectMany(row => row.Letters.Zip(row.Marked, (letter, marked) => ((letter, row.Mark), marked))).ToDictionary();
}
