using System.Globalization;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>The lines between <c>diff --git</c> and the first hunk.</summary>
internal static class ExtendedHeader
{
    /// <summary>Reads one line into the file. False: the line is none of a header, which ends with the line before.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, DiffFileBuilder file) =>
        TryReadName(line, file) || TryReadMode(line, file) || TryReadContent(line, file);

    private static bool TryReadName(ReadOnlySpan<char> line, DiffFileBuilder file)
    {
        if (After(line, "--- ", out var rest))
        {
            file.MinusPath ??= GitPath.Read(rest);
        }
        else if (After(line, "+++ ", out rest))
        {
            file.PlusPath ??= GitPath.Read(rest);
        }
        else if (After(line, "rename from ", out rest) || After(line, "rename old ", out rest))
        {
            file.FromPath = GitPath.Read(rest);
        }
        else if (After(line, "rename to ", out rest) || After(line, "rename new ", out rest))
        {
            file.ToPath = GitPath.Read(rest);
        }
        else if (After(line, "copy from ", out rest))
        {
            file.FromPath = GitPath.Read(rest);
            file.IsCopy = true;
        }
        else if (After(line, "copy to ", out rest))
        {
            file.ToPath = GitPath.Read(rest);
            file.IsCopy = true;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool TryReadMode(ReadOnlySpan<char> line, DiffFileBuilder file)
    {
        if (After(line, "old mode ", out var rest))
        {
            file.OldMode = Mode(rest);
        }
        else if (After(line, "new mode ", out rest))
        {
            file.NewMode = Mode(rest);
        }
        else if (After(line, "new file mode ", out rest))
        {
            file.IsNew = true;
            file.NewMode = Mode(rest);
        }
        else if (After(line, "deleted file mode ", out rest))
        {
            file.IsDeleted = true;
            file.OldMode = Mode(rest);
        }
        else if (After(line, "mode ", out rest))
        {
            // A combined diff: the parents' modes, then the result's (100644,100644..100755).
            file.OldMode = Mode(rest);
            file.NewMode = rest.IndexOf("..") is var dots and > 0 ? Mode(rest[(dots + 2)..]) : null;
        }
        else if (After(line, "index ", out rest))
        {
            var mode = rest.IndexOf(' ') is var blank and > 0 ? Mode(rest[(blank + 1)..]) : null;
            file.OldMode ??= mode;
            file.NewMode ??= mode;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool TryReadContent(ReadOnlySpan<char> line, DiffFileBuilder file)
    {
        if (After(line, "similarity index ", out var rest))
        {
            file.Similarity = int.TryParse(rest.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : null;
            return true;
        }

        if (IsBinaryNotice(line) || line.StartsWith("GIT binary patch"))
        {
            file.IsBinary = true;
            return true;
        }

        return line.StartsWith("dissimilarity index ");
    }

    /// <summary>The notice in place of hunks for content that is not text.</summary>
    public static bool IsBinaryNotice(ReadOnlySpan<char> line) => line.StartsWith("Binary files ") && line.EndsWith("differ");

    private static string? Mode(ReadOnlySpan<char> text) =>
        text.Length >= 6 && text[..6].IndexOfAnyExceptInRange('0', '7') < 0 ? text[..6].ToString() : null;

    private static bool After(ReadOnlySpan<char> line, string start, out ReadOnlySpan<char> rest)
    {
        var found = line.StartsWith(start);
        rest = found ? line[start.Length..] : default;
        return found;
    }
}
