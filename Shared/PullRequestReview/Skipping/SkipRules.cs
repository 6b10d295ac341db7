using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>
/// Decides in code, without a model, which files need no review (feature R5). A rule about content applies only where the diff
/// shows enough to be sure: in doubt the file is reviewed.
/// </summary>
public static class SkipRules
{
    /// <summary>
    /// The first rule that applies, or null when the file is to be reviewed. A deleted file is skipped, since no line of it is left
    /// to be wrong; whether something still needs it is the cross-file task's question. A file whose diff breaks off is never
    /// skipped for what its lines show.
    /// </summary>
    /// <param name="file">The file.</param>
    public static SkipReason? Evaluate(DiffFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ByShape(file) ?? ByPath(file.Path) ?? (file.Truncated ? null : ByContent(file));
    }

    private static SkipReason? ByShape(DiffFile file)
    {
        if (file.Kind == DiffFileKind.Submodule)
        {
            return Skip(SkipRule.Submodule, "A submodule points to another commit; its changes are in its own repository.");
        }

        if (file.IsBinary)
        {
            return Skip(SkipRule.Binary, "The file is binary.");
        }

        if (file.Hunks.Count > 0 || file.Truncated)
        {
            return file.Kind == DiffFileKind.Deleted && !file.Truncated
                ? Skip(SkipRule.Deleted, "The whole file is deleted.")
                : null;
        }

        return file.Kind switch
        {
            DiffFileKind.ModeChanged => Skip(SkipRule.ModeOnly, "Only the file's mode changes."),
            DiffFileKind.Renamed => Skip(SkipRule.MoveOnly, "The file is renamed without a change."),
            DiffFileKind.Copied => Skip(SkipRule.MoveOnly, "The file is copied without a change."),
            DiffFileKind.Deleted => Skip(SkipRule.Deleted, "The whole file is deleted."),
            _ => Skip(SkipRule.NoContent, "The diff shows no line of the file."),
        };
    }

    private static SkipReason? ByPath(string path)
    {
        var name = FileName.Of(path);
        if (LockFiles.Contains(name))
        {
            return Skip(SkipRule.LockFile, "A lock file, written by a package manager.");
        }

        if (GeneratedFiles.ByPath(path, name))
        {
            return Skip(SkipRule.Generated, "A generated or vendored file, by its name.");
        }

        return ConfigurationFiles.Contains(path, name) ? Skip(SkipRule.Configuration, "A configuration file.") : null;
    }

    private static SkipReason? ByContent(DiffFile file)
    {
        var syntax = CommentSyntaxes.For(file.Path);
        if (GeneratedFiles.ByMark(file, syntax))
        {
            return Skip(SkipRule.Generated, "A generated file, by the mark near its top.");
        }

        if (WhitespaceRule.Applies(file, syntax))
        {
            return Skip(SkipRule.WhitespaceOnly, "Only white space changes.");
        }

        return syntax is not null && CommentRule.Applies(file, syntax)
            ? Skip(SkipRule.CommentOnly, "Only comments and blank lines change.")
            : null;
    }

    private static SkipReason Skip(SkipRule rule, string text) => new() { Rule = rule, Text = text };
}
