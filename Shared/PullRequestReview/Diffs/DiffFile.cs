using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>What a diff shows of one file.</summary>
public sealed record DiffFile
{
    /// <summary>
    /// The path after the change (before it, for a deleted file), unquoted and without the diff's prefix, else exactly as the
    /// diff has it: it may be absolute, hold <c>..</c> or control characters. Use <see cref="DisplayPath"/> to show it and never open it.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The path before the change where it differs (renames, copies, two files compared); else null.</summary>
    public string? OldPath { get; init; }

    /// <summary>What happens to the file.</summary>
    public required DiffFileKind Kind { get; init; }

    /// <summary>
    /// Counts the entries of the same path in one diff, from 1. A series of commits touches a path several times; each
    /// entry is kept, with the line numbers of its own commit, because the lines between hunks that merging would need are not shown.
    /// </summary>
    public int Part { get; init; } = 1;

    /// <summary>True when the diff calls the content binary; there are no hunks then.</summary>
    public bool IsBinary { get; init; }

    /// <summary>True for a merge's combined diff: added and removed are against any of the parents.</summary>
    public bool IsCombined { get; init; }

    /// <summary>The mode before the change, six octal digits, where the diff tells it.</summary>
    public string? OldMode { get; init; }

    /// <summary>The mode after the change, six octal digits, where the diff tells it.</summary>
    public string? NewMode { get; init; }

    /// <summary>Likeness of a rename or copy in percent, where the diff tells it.</summary>
    public int? Similarity { get; init; }

    /// <summary>The hunks in the diff's order.</summary>
    public required IReadOnlyList<DiffHunk> Hunks { get; init; }

    /// <summary>Number of added lines shown.</summary>
    public int AddedLines { get; init; }

    /// <summary>Number of removed lines shown.</summary>
    public int RemovedLines { get; init; }

    /// <summary>True when the diff breaks off inside this file, or shows other lines than a hunk's header promises.</summary>
    public bool Truncated { get; init; }

    /// <summary>The path made harmless for terminals, logs and reports: control and bidirectional characters escaped, at most 300 characters.</summary>
    [JsonIgnore]
    public string DisplayPath => Printable.Path(Path);
}
