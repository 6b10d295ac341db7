namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>
/// Reads the lines of one hunk, as many as its header promises. It stops early, and calls the hunk incomplete, where the text
/// ends, a line cannot belong to the hunk, or another file's header begins.
/// </summary>
internal ref struct HunkReader
{
    private readonly int[] _oldLeft;
    private readonly bool _savedWithCr;
    private readonly List<DiffLine> _lines = [];
    private int _newLeft;
    private int _oldNumber;
    private int _newNumber;

    private HunkReader(HunkHeader header, bool savedWithCr)
    {
        _oldLeft = Array.ConvertAll(header.Parents, parent => parent.Count);
        _newLeft = header.Result.Count;
        _oldNumber = header.Parents[0].Start;
        _newNumber = header.Result.Start;
        _savedWithCr = savedWithCr;
    }

    /// <param name="text">Stands behind the hunk's header; afterwards behind the hunk's last line.</param>
    /// <param name="header">The hunk's header.</param>
    /// <param name="savedWithCr">True when every line of the diff, its headers too, ends in CR LF.</param>
    /// <param name="complete">False when lines are missing.</param>
    public static DiffHunk Read(ref LineCursor text, HunkHeader header, bool savedWithCr, out bool complete)
    {
        var reader = new HunkReader(header, savedWithCr);
        complete = reader.ReadLines(ref text);
        return new DiffHunk
        {
            OldStart = header.Parents[0].Start,
            OldCount = header.Parents[0].Count,
            NewStart = header.Result.Start,
            NewCount = header.Result.Count,
            Section = header.Section.ToString(),
            Lines = reader._lines,
        };
    }

    private readonly bool LinesLeft => _newLeft > 0 || _oldLeft.AsSpan().IndexOfAnyExcept(0) >= 0;

    private bool ReadLines(ref LineCursor text)
    {
        var fits = true;
        while (fits && LinesLeft && text.TryPeek(0, out var line))
        {
            fits = !StartsAnotherFile(text, line) && TryTake(line);
            if (fits)
            {
                text.TryRead(out _);
            }
        }

        while (text.TryPeek(0, out var mark) && mark.StartsWith("\\ "))
        {
            MarkNoNewline();
            text.TryRead(out _);
        }

        return !LinesLeft;
    }

    private bool TryTake(ReadOnlySpan<char> line)
    {
        if (line is ['\\', ..])
        {
            MarkNoNewline();
            return true;
        }

        var carriageReturn = TrimCr(ref line);
        if (_savedWithCr && carriageReturn)
        {
            carriageReturn = TrimCr(ref line);
        }

        var columns = line.Length < _oldLeft.Length ? line : line[.._oldLeft.Length];
        if (columns.IndexOfAnyExcept(" +-") >= 0)
        {
            return false;
        }

        var added = columns.Contains('+');
        var removed = columns.Contains('-');
        // Mailers strip blanks at line ends, so a short line is an empty context line; a short line with a sign is a broken one.
        if ((added && removed) || (columns.Length < _oldLeft.Length && (added || removed)) || !Fits(columns, removed))
        {
            return false;
        }

        var inFirstParent = columns.IsEmpty || columns[0] == (removed ? '-' : ' ');
        _lines.Add(new DiffLine
        {
            Kind = removed ? DiffLineKind.Removed : added ? DiffLineKind.Added : DiffLineKind.Context,
            Text = line[columns.Length..].ToString(),
            OldNumber = inFirstParent && !added ? _oldNumber : null,
            NewNumber = removed ? null : _newNumber,
            CarriageReturn = carriageReturn,
        });
        Count(columns, removed, inFirstParent);
        return true;
    }

    private readonly bool Fits(ReadOnlySpan<char> columns, bool removed)
    {
        if (!removed && _newLeft == 0)
        {
            return false;
        }

        for (var i = 0; i < _oldLeft.Length; i++)
        {
            if (IsInParent(columns, i, removed) && _oldLeft[i] == 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Count(ReadOnlySpan<char> columns, bool removed, bool inFirstParent)
    {
        for (var i = 0; i < _oldLeft.Length; i++)
        {
            _oldLeft[i] -= IsInParent(columns, i, removed) ? 1 : 0;
        }

        _oldNumber += inFirstParent ? 1 : 0;
        _newNumber += removed ? 0 : 1;
        _newLeft -= removed ? 0 : 1;
    }

    private static bool IsInParent(ReadOnlySpan<char> columns, int parent, bool removed) =>
        (parent < columns.Length ? columns[parent] : ' ') == (removed ? '-' : ' ');

    private readonly void MarkNoNewline()
    {
        if (_lines.Count > 0)
        {
            _lines[^1] = _lines[^1] with { NoNewline = true };
        }
    }

    /// <summary>
    /// A removed line that reads <c>-- x</c> looks like a file header. Only the three lines of one together are one, and not even they when the first
    /// two are just what the hunk still lacks.
    /// </summary>
    private readonly bool StartsAnotherFile(LineCursor text, ReadOnlySpan<char> line) =>
        line.StartsWith("--- ")
        && _oldLeft.Length == 1
        && (_oldLeft[0] != 1 || _newLeft != 1)
        && text.TryPeek(1, out var second) && second.StartsWith("+++ ")
        && text.TryPeek(2, out var third) && third.StartsWith("@@ -");

    private static bool TrimCr(ref ReadOnlySpan<char> line)
    {
        if (line is not [.., '\r'])
        {
            return false;
        }

        line = line[..^1];
        return true;
    }
}
