using System.Buffers;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>Goes through a text line by line, once, and gathers the files its diffs show.</summary>
internal ref struct UnifiedDiffParser(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly List<DiffFile> _files = [];
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);
    private LineCursor _text = new(text);
    private DiffFileBuilder? _file;
    private bool _inHeader;
    private bool _afterHunk;
    private bool _sawCommit;

    public List<DiffFile> Parse()
    {
        while (_text.TryRead(out var line))
        {
            var carriageReturn = line is [.., '\r'];
            line = carriageReturn ? line[..^1] : line;
            if (TryStartGitFile(line, carriageReturn) || TryReadHunk(line))
            {
                continue;
            }

            _inHeader = _inHeader && ExtendedHeader.TryRead(line, _file!);
            if (!_inHeader && !TryStartPlainFile(line, carriageReturn))
            {
                Skip(line);
            }
        }

        Finish();
        return _files;
    }

    private bool TryStartGitFile(ReadOnlySpan<char> line, bool carriageReturn)
    {
        if (!line.StartsWith("diff --"))
        {
            return false;
        }

        var rest = line["diff --".Length..];
        if (rest.StartsWith("git ") && rest["git ".Length..].Contains(' '))
        {
            rest = rest["git ".Length..];
            (string, string)? paths = GitPath.TrySplitHeader(rest, out var left, out var right) ? (left, right) : null;
            Start(new DiffFileBuilder { Header = paths, HeaderText = rest.ToString(), SavedWithCr = carriageReturn }, inHeader: true);
            return true;
        }

        if (rest.StartsWith("cc ") || rest.StartsWith("combined "))
        {
            var path = GitPath.Read(rest[(rest.IndexOf(' ') + 1)..]);
            if (path.Length > 0)
            {
                Start(new DiffFileBuilder { Header = (path, path), HeaderText = path, IsCombined = true, SavedWithCr = carriageReturn }, inHeader: true);
                return true;
            }
        }

        return false;
    }

    private bool TryReadHunk(ReadOnlySpan<char> line)
    {
        if (_file is null || !line.StartsWith("@@"))
        {
            return false;
        }

        if (HunkHeader.TryParse(line, out var header))
        {
            var hunk = HunkReader.Read(ref _text, header, _file.SavedWithCr, out var complete);
            _file.Add(hunk, complete);
            _afterHunk = true;
        }
        else
        {
            _file.Truncated = true;
        }

        _inHeader = false;
        return true;
    }

    private bool TryStartPlainFile(ReadOnlySpan<char> line, bool carriageReturn)
    {
        if (line.StartsWith("--- ")
            && _text.TryPeek(0, out var plus) && plus.StartsWith("+++ ")
            && _text.TryPeek(1, out var hunk) && hunk.StartsWith("@@ -"))
        {
            var file = new DiffFileBuilder
            {
                MinusPath = GitPath.Read(line[4..]),
                PlusPath = GitPath.Read(plus[4..].TrimEnd('\r')),
                SavedWithCr = carriageReturn,
            };
            _text.TryRead(out _);
            Start(file, inHeader: false);
            return true;
        }

        return !_sawCommit && (TryStartBinary(line) || TryStartSubmodule(line));
    }

    /// <summary>GNU diff's notice, which stands alone. In a series of commits it would be prose of a message.</summary>
    private bool TryStartBinary(ReadOnlySpan<char> line)
    {
        var paths = ExtendedHeader.IsBinaryNotice(line) && line.EndsWith(" differ") ? line["Binary files ".Length..^" differ".Length] : default;
        var and = paths.IndexOf(" and ");
        if (and <= 0 || _file is { IsBinary: true, HasHunks: false, HeaderText: not null })
        {
            return false;
        }

        var (left, right) = (GitPath.Read(paths[..and]), GitPath.Read(paths[(and + " and ".Length)..]));
        Start(new DiffFileBuilder { MinusPath = left, PlusPath = right, IsBinary = true }, inHeader: false);
        return true;
    }

    /// <summary>The line that <c>--submodule=log</c> prints in place of a header: Submodule path 0123abc..4567def.</summary>
    private bool TryStartSubmodule(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("Submodule "))
        {
            return false;
        }

        var rest = line["Submodule ".Length..];
        var dots = rest.LastIndexOf("..");
        var blank = dots < 0 ? -1 : rest[..dots].LastIndexOf(' ');
        if (blank <= 0 || rest[(blank + 1)..dots].ContainsAnyExcept(HexDigits) || dots - blank < 7)
        {
            return false;
        }

        var path = GitPath.Read(rest[..blank]);
        Start(new DiffFileBuilder { Header = (path, path), HeaderText = path, IsSubmodule = true }, inHeader: false);
        return true;
    }

    private void Skip(ReadOnlySpan<char> line)
    {
        var commit = IsCommit(line, "commit ") || IsCommit(line, "From ");
        _sawCommit |= commit;
        if (commit || line is "-- ")
        {
            // What follows is a message, in which a quoted hunk must not count for the file before.
            Finish();
        }
        else if (_afterHunk && line is ['+', ..] or ['-', ..] && line is not "--" && _file is not null)
        {
            _file.Truncated = true;
        }

        _afterHunk = false;
    }

    private static bool IsCommit(ReadOnlySpan<char> line, string start) =>
        line.StartsWith(start) && line.Length >= start.Length + 40 && !line.Slice(start.Length, 40).ContainsAnyExcept(HexDigits);

    private void Start(DiffFileBuilder file, bool inHeader)
    {
        Finish();
        _file = file;
        _inHeader = inHeader;
    }

    private void Finish()
    {
        _inHeader = false;
        _afterHunk = false;
        if (_file?.Build() is { Path.Length: > 0 } file)
        {
            var part = _parts.GetValueOrDefault(file.Path) + 1;
            _parts[file.Path] = part;
            _files.Add(file with { Part = part });
        }

        _file = null;
    }
}
