using System.Text;

namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>Breaks text into lines by the width it has on a terminal, where letters of East Asian scripts take two columns.</summary>
internal static class TextLayout
{
    /// <summary>The text in lines of at most the given width. Breaks at blanks, and inside a word only when it is wider than a line.</summary>
    /// <param name="text">Clean text; its own line ends stay.</param>
    /// <param name="width">Columns a line, at least 2.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            foreach (var line in WrapParagraph(paragraph, width))
            {
                yield return line;
            }
        }
    }

    /// <summary>Columns that a text takes.</summary>
    public static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static IEnumerable<string> WrapParagraph(string paragraph, int width)
    {
        var used = Math.Min(paragraph.Length - paragraph.TrimStart(' ').Length, width / 2);
        var line = new StringBuilder().Append(' ', used);
        var hasWord = false;
        foreach (var word in paragraph.TrimStart(' ').Split(' '))
        {
            var rest = word;
            var needed = WidthOf(rest);
            if (hasWord && used + 1 + needed > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                used = 0;
            }
            else if (hasWord)
            {
                line.Append(' ');
                used++;
            }

            hasWord = true;
            while (used + needed > width)
            {
                var (head, headWidth) = Head(rest, width - used);
                yield return line.Append(head).ToString();
                line.Clear();
                used = 0;
                rest = rest[head.Length..];
                needed -= headWidth;
            }

            line.Append(rest);
            used += needed;
        }

        yield return line.ToString().TrimEnd();
    }

    private static (string Head, int Width) Head(string text, int width)
    {
        var length = 0;
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var runeWidth = WidthOf(rune);
            if (used + runeWidth > width)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
            used += runeWidth;
        }

        return (text[..length], used);
    }

    /// <summary>Two for the blocks of East Asian wide letters, full-width forms and emoji; zero for marks that join the letter before.</summary>
    private static int WidthOf(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.EnclosingMark
            or System.Globalization.UnicodeCategory.Format)
        {
            return 0;
        }

        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
            or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
    }
}
