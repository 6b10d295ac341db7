using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>Why a file is not reviewed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SkipRule>))]
public enum SkipRule
{
    /// <summary>A submodule points elsewhere; its changes are in another repository.</summary>
    Submodule,

    /// <summary>The content is binary.</summary>
    Binary,

    /// <summary>Only the file's mode changes.</summary>
    ModeOnly,

    /// <summary>A rename or copy without a changed line.</summary>
    MoveOnly,

    /// <summary>The diff shows no line.</summary>
    NoContent,

    /// <summary>The whole file is deleted.</summary>
    Deleted,

    /// <summary>A lock file of a package manager.</summary>
    LockFile,

    /// <summary>A file that a program made, or a copy of someone else's.</summary>
    Generated,

    /// <summary>A configuration file.</summary>
    Configuration,

    /// <summary>Nothing but white space changes.</summary>
    WhitespaceOnly,

    /// <summary>Nothing but comments and blank lines changes.</summary>
    CommentOnly,
}
