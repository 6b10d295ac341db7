using System.Globalization;
using System.Text;
using Workflows.Shared.Models;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>
/// Writes a file's diff for a model: a line <c>file: path</c>, then for every hunk <c>@@ -a,b +c,d @@ section</c> and its lines as sign, number
/// and text (<c>+     12 | return x;</c>). Removed lines carry their number before the change, the others the one after it. Control and
/// bidirectional characters are escaped, so that no line of the diff can pass for another or leave its line.
/// </summary>
public static class DiffRendering
{
    /// <summary>The most characters shown of a line; a longer one ends in <c>…</c>.</summary>
    public const int MaxLineLength = 500;

    private const int MaxSectionLength = 100;

    /// <summary>Kept free for the note that says what is left out.</summary>
    private const int NoteTokens = 18;

    private const string IncompleteNote = "[the diff of this file is incomplete]\n";

    /// <summary>
    /// Renders a file within a number of tokens. What does not fit is left out by this rule: hunks are taken by the number of their
    /// added lines, most first (then removed lines, then their order); the first that does not fit whole is cut after the last line that fits, and the
    /// rest is left out. What is taken is shown in the diff's order, and a last line says how much is missing.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="maxTokens">The most tokens; the file's line and the notes are shown even when they alone cost more.</param>
    public static RenderedDiff ForModel(DiffFile file, int maxTokens)
    {
        ArgumentNullException.ThrowIfNull(file);
        var heading = Heading(file);
        var left = (long)maxTokens - TokenEstimate.Of(heading) - (file.Truncated ? TokenEstimate.Of(IncompleteNote) : 0);
        var shown = new int[file.Hunks.Count];
        if (!TryShowAll(file, left, shown))
        {
            Choose(file, left - NoteTokens, shown);
        }

        return Write(file, heading, shown);
    }

    private static bool TryShowAll(DiffFile file, long left, int[] shown)
    {
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = Fit(file.Hunks[i], ref left);
            if (shown[i] < file.Hunks[i].Lines.Count)
            {
                return false;
            }
        }

        return true;
    }

    private static void Choose(DiffFile file, long left, int[] shown)
    {
        Array.Clear(shown);
        var byWeight = Enumerable.Range(0, shown.Length)
            .OrderByDescending(i => Count(file.Hunks[i], DiffLineKind.Added))
            .ThenByDescending(i => Count(file.Hunks[i], DiffLineKind.Removed));
        foreach (var i in byWeight)
        {
            shown[i] = Fit(file.Hunks[i], ref left);
            if (shown[i] < file.Hunks[i].Lines.Count)
            {
                return;
            }
        }
    }

    /// <summary>Takes as many of a hunk's lines as fit and says how many; with none, its heading costs nothing either.</summary>
    private static int Fit(DiffHunk hunk, ref long left)
    {
        var room = left - TokenEstimate.Of(Heading(hunk));
        var lines = 0;
        foreach (var line in hunk.Lines)
        {
            var cost = TokenEstimate.Of(Shown(line));
            if (cost > room)
            {
                break;
            }

            room -= cost;
            lines++;
        }

        left = lines > 0 ? room : left;
        return lines;
    }

    private static RenderedDiff Write(DiffFile file, string heading, int[] shown)
    {
        var text = new StringBuilder(heading);
        var (omittedHunks, omittedLines, shortened) = (0, 0, 0);
        for (var i = 0; i < shown.Length; i++)
        {
            var hunk = file.Hunks[i];
            omittedLines += hunk.Lines.Count - shown[i];
            if (shown[i] == 0)
            {
                omittedHunks += hunk.Lines.Count > 0 ? 1 : 0;
                continue;
            }

            text.Append(Heading(hunk));
            foreach (var line in hunk.Lines.Take(shown[i]))
            {
                text.Append(Shown(line));
                shortened += line.Text.Length > MaxLineLength ? 1 : 0;
            }
        }

        if (omittedLines > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"[left out to fit: {omittedLines} lines, among them {omittedHunks} whole hunks]\n");
        }

        if (file.Truncated)
        {
            text.Append(IncompleteNote);
        }

        var result = text.ToString();
        return new RenderedDiff
        {
            Text = result,
            Tokens = TokenEstimate.Of(result),
            OmittedHunks = omittedHunks,
            OmittedLines = omittedLines,
            ShortenedLines = shortened,
        };
    }

    private static string Heading(DiffFile file)
    {
        var old = file.OldPath is null ? "" : Printable.Path(file.OldPath);
        var note = file.Kind switch
        {
            DiffFileKind.Added => " (new file)",
            DiffFileKind.Deleted => " (deleted)",
            DiffFileKind.Renamed => $" (renamed from {old})",
            DiffFileKind.Copied => $" (copied from {old})",
            DiffFileKind.ModeChanged => $" (mode {file.OldMode} to {file.NewMode})",
            DiffFileKind.Submodule => " (submodule)",
            _ => old.Length == 0 ? "" : $" (compared with {old})",
        };
        return $"file: {file.DisplayPath}{note}{(file.IsBinary ? " (binary)" : "")}\n";
    }

    private static string Heading(DiffHunk hunk)
    {
        var section = Printable.Line(Printable.Cut(hunk.Section, MaxSectionLength));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"@@ -{hunk.OldStart},{hunk.OldCount} +{hunk.NewStart},{hunk.NewCount} @@{(section.Length == 0 ? "" : " ")}{section}\n");
    }

    private static string Shown(DiffLine line)
    {
        var sign = line.Kind switch { DiffLineKind.Added => '+', DiffLineKind.Removed => '-', _ => ' ' };
        var number = line.Kind == DiffLineKind.Removed ? line.OldNumber : line.NewNumber;
        return string.Create(CultureInfo.InvariantCulture, $"{sign} {number,6} | {Printable.Line(Printable.Cut(line.Text, MaxLineLength))}\n");
    }

    private static int Count(DiffHunk hunk, DiffLineKind kind) => hunk.Lines.Count(line => line.Kind == kind);
}
