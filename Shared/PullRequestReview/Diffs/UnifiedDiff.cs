namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>
/// A diff as git, GNU diff and their like print it: plain and git headers, quoted paths, any prefixes, combined diffs of merges, several
/// commits after each other with their messages (<c>git show</c>, <c>git format-patch</c>), and what a broken-off or mailed copy leaves of them.
/// </summary>
public sealed record UnifiedDiff
{
    /// <summary>
    /// The files in the diff's order, at least one. A path that several commits touch has several entries, numbered by
    /// <see cref="DiffFile.Part"/>.
    /// </summary>
    public required IReadOnlyList<DiffFile> Files { get; init; }

    /// <summary>Reads a diff in time linear in its length. Text around the diff is skipped; hunks are read by their counts.</summary>
    /// <param name="text">The diff's text, line ends LF or CR LF (see <see cref="DiffText.Decode"/>).</param>
    /// <returns>What the diff shows.</returns>
    /// <exception cref="InvalidDiffException">The text is empty, too large or shows no diff. No other error is thrown, whatever the text.</exception>
    public static UnifiedDiff Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidDiffException("The diff is empty; make one with: git diff BASE...HEAD");
        }

        if (text.Length > DiffText.MaxBytes)
        {
            throw DiffText.TooLarge();
        }

        var files = new UnifiedDiffParser(text.AsSpan().TrimStart('\uFEFF')).Parse();
        return files.Count > 0 && !IsColoured(text) ? new UnifiedDiff { Files = files } : throw NoDiff(text);
    }

    /// <summary>Git colours whole header lines: a line that begins with a colour and goes on as a header is one that the parser did not see.</summary>
    private static bool IsColoured(string text)
    {
        const int LongestColour = 24;
        for (int at = text.IndexOf("\u001b[", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\u001b[", at + 1, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at);
            int end = rest[..Math.Min(rest.Length, LongestColour)].IndexOf('m');
            if ((at == 0 || text[at - 1] == '\n') && end > 0 && (rest[(end + 1)..].StartsWith("diff --") || rest[(end + 1)..].StartsWith("@@ ")))
            {
                return true;
            }
        }

        return false;
    }

    private static InvalidDiffException NoDiff(string text) => new(text.Contains("\u001b[", StringComparison.Ordinal)
        ? "The diff cannot be read: it holds terminal colours; make one with: git diff --no-color BASE...HEAD"
        : "No diff found in the input (no file header was seen); make one with: git diff BASE...HEAD");
}
