using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>What a diff does to a file. Whether its content is binary is said apart, by <see cref="DiffFile.IsBinary"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiffFileKind>))]
public enum DiffFileKind
{
    /// <summary>The content changes in place.</summary>
    Modified,

    /// <summary>The file is new.</summary>
    Added,

    /// <summary>The file goes away.</summary>
    Deleted,

    /// <summary>The file moves from <see cref="DiffFile.OldPath"/>; hunks show what changes besides.</summary>
    Renamed,

    /// <summary>The file begins as a copy of <see cref="DiffFile.OldPath"/>; hunks show what differs.</summary>
    Copied,

    /// <summary>Only the file's mode changes.</summary>
    ModeChanged,

    /// <summary>A submodule is added, removed or points at another commit.</summary>
    Submodule,
}
