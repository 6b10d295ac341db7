using System.Collections.Frozen;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>
/// A change of nothing but white space: in every run of changed lines, the removed and added lines are the same but for indentation, line ends,
/// runs of blanks and blank lines. Indentation counts where a language reads it or is not known, blanks inside a line where it has quotation marks,
/// and everything behind a line-continuing backslash.
/// </summary>
internal static class WhitespaceRule
{
    private static readonly FrozenSet<string> IndentedLanguages = new[]
    {
        ".py", ".pyi", ".pyx", ".bzl", ".yml", ".yaml", ".hs", ".lhs", ".elm", ".purs", ".fs", ".fsi", ".fsx", ".nim", ".coffee", ".pug", ".jade", ".haml",
        ".slim", ".sass", ".styl", ".mk", ".mak", ".rst", ".md", ".gd", ".cr", ".f", ".for", ".f77", ".cbl", ".cob", ".tsv", ".csv", ".txt", ".feature",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Applies(DiffFile file, CommentSyntax? syntax)
    {
        var name = FileName.Of(file.Path);
        var indented = syntax is null
            || IndentedLanguages.Contains(FileName.Extension(name))
            || name.Contains("makefile", StringComparison.OrdinalIgnoreCase);
        return file.AddedLines + file.RemovedLines > 0
            && !file.IsCombined
            && file.Hunks.All(hunk => Applies(hunk, indented) && (syntax is null || !ShowsLongString(hunk, syntax)));
    }

    /// <summary>Inside a string that runs over lines, indentation and blank lines are content.</summary>
    private static bool ShowsLongString(DiffHunk hunk, CommentSyntax syntax) =>
        hunk.Lines.Any(line => Array.Exists(syntax.LongStrings, mark => line.Text.Contains(mark, StringComparison.Ordinal))
            || Array.Exists(syntax.Unsure, mark => line.Text.Contains(mark, StringComparison.Ordinal)));

    private static bool Applies(DiffHunk hunk, bool indented)
    {
        var removed = new List<string>();
        var added = new List<string>();
        foreach (var line in hunk.Lines)
        {
            if (line.Kind == DiffLineKind.Context)
            {
                if (!removed.SequenceEqual(added))
                {
                    return false;
                }

                removed.Clear();
                added.Clear();
            }
            else if (!string.IsNullOrWhiteSpace(line.Text))
            {
                (line.Kind == DiffLineKind.Added ? added : removed).Add(Level(line.Text, indented));
            }
        }

        return removed.SequenceEqual(added);
    }

    private static string Level(string line, bool indented)
    {
        var text = line.TrimEnd();
        if (text.EndsWith('\\'))
        {
            return line;
        }

        var body = text.TrimStart();
        var level = body.AsSpan().ContainsAny("\"'`") ? body : string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return indented ? text[..^body.Length] + level : level;
    }
}
