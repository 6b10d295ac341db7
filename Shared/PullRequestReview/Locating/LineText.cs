using System.Text;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>Levels white space: runs become one blank, ends go. Characters that are shown as escapes compare as they are shown.</summary>
internal static class LineText
{
    public static string Normalise(string text)
    {
        var shown = Printable.Line(text).AsSpan().Trim();
        var from = IndexOfUneven(shown);
        if (from < 0)
        {
            return shown.Length == text.Length ? text : shown.ToString();
        }

        var level = new StringBuilder(shown.Length);
        var blank = false;
        foreach (var c in shown)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = true;
                continue;
            }

            level.Append(blank ? " " : "").Append(c);
            blank = false;
        }

        return level.ToString();
    }

    private static int IndexOfUneven(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || char.IsWhiteSpace(text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
