using System.Globalization;
using System.Text;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>Shows hostile text on one line: what could break out of the line, or reorder it on screen, is written as an escape.</summary>
public static class Printable
{
    private const int MaxPathLength = 300;

    /// <summary>The mark put where text was cut.</summary>
    public const char CutMark = '…';

    /// <summary>A path for display: escaped, tabs too, and cut to 300 characters.</summary>
    /// <param name="path">The path as the diff has it.</param>
    public static string Path(string path)
    {
        var shown = Escape(path, escapeTab: true);
        return Cut(shown, MaxPathLength);
    }

    /// <summary>A line of a file for display: escaped, tabs kept.</summary>
    /// <param name="line">The line's text.</param>
    public static string Line(string line) => Escape(line, escapeTab: false);

    /// <summary>Cuts text to a number of characters and ends it with <see cref="CutMark"/>; never inside a surrogate pair.</summary>
    internal static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return string.Concat(text.AsSpan(0, end), [CutMark]);
    }

    private static string Escape(string text, bool escapeTab)
    {
        var at = IndexOfUnsafe(text, 0, escapeTab);
        if (at < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        var from = 0;
        for (; at >= 0; at = IndexOfUnsafe(text, from, escapeTab))
        {
            shown.Append(text, from, at - from);
            AppendEscape(shown, text[at]);
            from = at + 1;
        }

        return shown.Append(text, from, text.Length - from).ToString();
    }

    private static int IndexOfUnsafe(string text, int from, bool escapeTab)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F')
            {
                continue;
            }

            if (char.IsSurrogate(c))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                {
                    i++;
                    continue;
                }

                return i;
            }

            if (IsUnsafe(c, escapeTab))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsUnsafe(char c, bool escapeTab) => c switch
    {
        '\t' => escapeTab,
        '\u200B' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or '\uFEFF' => true,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2066' and <= '\u2069' => true,
        _ => char.IsControl(c),
    };

    private static void AppendEscape(StringBuilder shown, char c)
    {
        _ = c switch
        {
            '\t' => shown.Append("\\t"),
            '\n' => shown.Append("\\n"),
            '\r' => shown.Append("\\r"),
            _ => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
        };
    }
}
