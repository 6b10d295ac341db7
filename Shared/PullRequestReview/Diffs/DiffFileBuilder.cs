namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>Gathers what the header lines and hunks say about one file and settles its paths and kind at the end.</summary>
internal sealed class DiffFileBuilder
{
    private const string SubmoduleMode = "160000";

    private readonly List<DiffHunk> _hunks = [];
    private int _added;
    private int _removed;

    /// <summary>The two paths of the <c>diff --git</c> line, prefixes and all; null when blanks hide where one ends.</summary>
    public (string Left, string Right)? Header { get; init; }

    /// <summary>The <c>diff --git</c> line as it stands; null in a plain diff.</summary>
    public string? HeaderText { get; init; }

    public bool IsCombined { get; init; }

    /// <summary>True when the diff itself was saved with CR LF, seen by its header lines.</summary>
    public bool SavedWithCr { get; init; }

    /// <summary>The paths of the <c>---</c> and <c>+++</c> lines, prefixes and all.</summary>
    public string? MinusPath { get; set; }

    public string? PlusPath { get; set; }

    /// <summary>The paths of rename and copy lines, which have no prefix.</summary>
    public string? FromPath { get; set; }

    public string? ToPath { get; set; }

    public bool IsNew { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsCopy { get; set; }

    public bool IsBinary { get; set; }

    public bool IsSubmodule { get; init; }

    public bool Truncated { get; set; }

    public string? OldMode { get; set; }

    public string? NewMode { get; set; }

    public int? Similarity { get; set; }

    public bool HasHunks => _hunks.Count > 0;

    public void Add(DiffHunk hunk, bool complete)
    {
        _hunks.Add(hunk);
        Truncated |= !complete;
        foreach (var line in hunk.Lines)
        {
            _added += line.Kind == DiffLineKind.Added ? 1 : 0;
            _removed += line.Kind == DiffLineKind.Removed ? 1 : 0;
        }
    }

    public DiffFile Build()
    {
        var (oldPath, newPath) = Paths();
        var kind = Kind();
        return new DiffFile
        {
            Path = kind == DiffFileKind.Deleted ? oldPath : newPath,
            OldPath = oldPath == newPath || kind is DiffFileKind.Added or DiffFileKind.Deleted ? null : oldPath,
            Kind = kind,
            IsBinary = IsBinary,
            IsCombined = IsCombined,
            OldMode = OldMode,
            NewMode = NewMode,
            Similarity = Similarity,
            Hunks = _hunks,
            AddedLines = _added,
            RemovedLines = _removed,
            Truncated = Truncated || (Similarity < 100 && !HasHunks && !IsBinary),
        };
    }

    private (string Old, string New) Paths()
    {
        var (headerOld, headerNew) = Header is var (left, right) ? GitPath.StripPrefixes(left, right, gitHeader: true) : (null, null);
        if (FromPath is not null || ToPath is not null)
        {
            var from = FromPath ?? headerOld ?? ToPath!;
            return (from, ToPath ?? headerNew ?? from);
        }

        if (MinusPath is GitPath.DevNull && PlusPath is { } plus)
        {
            var path = headerNew ?? GitPath.StripPrefix(plus, old: false);
            return (path, path);
        }

        if (PlusPath is GitPath.DevNull && MinusPath is { } minus)
        {
            var path = headerOld ?? GitPath.StripPrefix(minus, old: true);
            return (path, path);
        }

        if (MinusPath is not null && PlusPath is not null)
        {
            return GitPath.StripPrefixes(MinusPath, PlusPath, gitHeader: HeaderText is not null);
        }

        // A header that no later line explains is shown as it stands rather than lost; without any it was prose.
        var whole = IsBinary || OldMode is not null || NewMode is not null ? HeaderText ?? "" : "";
        return (headerOld ?? whole, headerNew ?? whole);
    }

    private DiffFileKind Kind()
    {
        if (IsSubmodule || OldMode == SubmoduleMode || NewMode == SubmoduleMode)
        {
            return DiffFileKind.Submodule;
        }

        // A plain diff says "new" and "gone" by an empty range only; in a git header that is a file that was, or becomes, empty.
        var plain = HeaderText is null && _hunks.Count == 1;
        if (IsNew || MinusPath is GitPath.DevNull || (plain && _hunks[0] is { OldStart: 0, OldCount: 0 }))
        {
            return DiffFileKind.Added;
        }

        if (IsDeleted || PlusPath is GitPath.DevNull || (plain && _hunks[0] is { NewStart: 0, NewCount: 0 }))
        {
            return DiffFileKind.Deleted;
        }

        if (FromPath is not null || ToPath is not null)
        {
            return IsCopy ? DiffFileKind.Copied : DiffFileKind.Renamed;
        }

        return OldMode != NewMode && !HasHunks && !IsBinary ? DiffFileKind.ModeChanged : DiffFileKind.Modified;
    }
}
