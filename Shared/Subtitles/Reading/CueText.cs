using System.Globalization;
using System.Net;
using System.Text;

namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Cleans what is said in a cue.</summary>
internal static class CueText
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    /// <summary>The text on one line without markup, entities and characters that cannot be seen, and who says it, where the cue tells.</summary>
    public static (string Text, string? Speaker) Clean(string raw)
    {
        (string plain, List<string> speakers) = CueTags.Strip(raw);
        List<string> lines = [.. WebUtility.HtmlDecode(plain).Split('\n', '\r').Select(Visible).Where(line => line.Length > 0)];
        return CueSpeakers.TakeOut(lines, speakers);
    }

    /// <summary>The text with white space as single blanks, and without what cannot be seen.</summary>
    public static string Visible(string text)
    {
        StringBuilder visible = new(text.Length);
        bool blank = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                blank = visible.Length > 0;
            }
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) || rune.Value is Joiner or NonJoiner)
            {
                visible.Append(blank ? " " : "").Append(rune.ToString());
                blank = false;
            }
        }

        return visible.ToString();
    }
}
