using System.Globalization;
using System.Text;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

/// <summary>Writes a unified diff of two texts, independently of the product: a longest common subsequence, then hunks with context.</summary>
internal static class DiffWriter
{
    public static string Write(string path, IReadOnlyList<string> oldLines, IReadOnlyList<string> newLines, int context)
    {
        var edits = Edits(oldLines, newLines);
        var text = new StringBuilder($"diff --git a/{path} b/{path}\nindex 1111111..2222222 100644\n--- a/{path}\t\n+++ b/{path}\t\n");
        for (var i = 0; i < edits.Count;)
        {
            if (edits[i].Sign == ' ')
            {
                i++;
                continue;
            }

            var start = Math.Max(0, i - context);
            var end = i;
            for (var quiet = 0; end < edits.Count && quiet <= 2 * context; end++)
            {
                quiet = edits[end].Sign == ' ' ? quiet + 1 : 0;
            }

            while (end > i && edits[end - 1].Sign == ' ' && edits.Skip(i).Take(end - i).Reverse().TakeWhile(edit => edit.Sign == ' ').Count() > context)
            {
                end--;
            }

            AppendHunk(text, edits, start, end);
            i = end;
        }

        return text.ToString();
    }

    private static void AppendHunk(StringBuilder text, List<(char Sign, string Line)> edits, int start, int end)
    {
        var oldBefore = edits.Take(start).Count(edit => edit.Sign != '+');
        var newBefore = edits.Take(start).Count(edit => edit.Sign != '-');
        var hunk = edits[start..end];
        var oldCount = hunk.Count(edit => edit.Sign != '+');
        var newCount = hunk.Count(edit => edit.Sign != '-');
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldBefore, oldCount)} +{Range(newBefore, newCount)} @@\n");
        foreach (var (sign, line) in hunk)
        {
            text.Append(sign).Append(line).Append('\n');
        }
    }

    private static string Range(int before, int count) =>
        count == 1 ? $"{before + 1}" : $"{(count == 0 ? before : before + 1)},{count}";

    private static List<(char Sign, string Line)> Edits(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var common = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var edits = new List<(char, string)>();
        for (int i = 0, j = 0; i < a.Count || j < b.Count;)
        {
            if (i < a.Count && j < b.Count && a[i] == b[j])
            {
                edits.Add((' ', a[i]));
                i++;
                j++;
            }
            else if (j == b.Count || (i < a.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                edits.Add(('-', a[i++]));
            }
            else
            {
                edits.Add(('+', b[j++]));
            }
        }

        return edits;
    }
}
