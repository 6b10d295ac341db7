using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview;

/// <summary>Makes files for tests out of hunk text.</summary>
internal static class DiffBuilder
{
    /// <summary>A modified file of one hunk that starts at line <paramref name="start"/>; each line with its sign.</summary>
    public static DiffFile File(string path, int start, params string[] lines) => Parse(path, Hunk(start, lines));

    /// <summary>A new file with these lines.</summary>
    public static DiffFile NewFile(string path, params string[] lines) =>
        UnifiedDiff.Parse($"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1,{lines.Length} @@\n"
            + string.Concat(lines.Select(line => "+" + line + "\n"))).Files[0];

    /// <summary>A modified file of several hunks.</summary>
    public static DiffFile Parse(string path, params string[] hunks) =>
        UnifiedDiff.Parse($"diff --git a/{path} b/{path}\n--- a/{path}\n+++ b/{path}\n" + string.Concat(hunks)).Files[0];

    public static string Hunk(int start, params string[] lines) =>
        $"@@ -{start},{lines.Count(line => line[0] != '+')} +{start},{lines.Count(line => line[0] != '-')} @@\n" + string.Concat(lines.Select(line => line + "\n"));
}
