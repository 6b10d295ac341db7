using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>
/// A change of nothing but comments and blank lines. Each hunk is read on both sides. What stands before a hunk is unseen, so its first
/// line counts as code unless the lines show that they are inside a C-like comment: all begin with a star until one ends it. Whether a hunk
/// without any quotation mark lies inside a long string cannot be told and is not assumed; every other doubt keeps the review, and so
/// do comments that tools obey.
/// </summary>
internal static class CommentRule
{
    public static bool Applies(DiffFile file, CommentSyntax syntax) =>
        file.AddedLines + file.RemovedLines > 0
        && !file.IsCombined
        && file.Hunks.All(hunk => Applies(hunk, DiffLineKind.Added, syntax) && Applies(hunk, DiffLineKind.Removed, syntax));

    private static bool Applies(DiffHunk hunk, DiffLineKind changed, CommentSyntax syntax)
    {
        var lines = hunk.Lines.Where(line => line.Kind == DiffLineKind.Context || line.Kind == changed).ToList();
        var scan = new CommentScan(syntax, OpenAtStart(lines, syntax));
        foreach (var line in lines)
        {
            var comment = scan.IsComment(line.Text);
            if (scan.Unsure || (line.Kind == changed && (!comment || CommentDirectives.Contains(line.Text))))
            {
                return false;
            }
        }

        return true;
    }

    private static CommentBlock? OpenAtStart(List<DiffLine> lines, CommentSyntax syntax)
    {
        var block = Array.Find(syntax.Blocks, candidate => candidate.Open == "/*");
        foreach (var text in lines.Select(line => line.Text.TrimStart()))
        {
            if (block is null || !text.StartsWith('*') || text.Contains(block.Open, StringComparison.Ordinal))
            {
                return null;
            }

            if (text.Contains(block.Close, StringComparison.Ordinal))
            {
                return block;
            }
        }

        return null;
    }
}
