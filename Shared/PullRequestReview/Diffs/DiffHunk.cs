namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>
/// A run of lines as the diff shows it. Starts and counts are those of the hunk's header; a diff that breaks off shows fewer
/// lines than they say. In a combined diff (several parents) the old side is the first parent.
/// </summary>
public sealed record DiffHunk
{
    /// <summary>First line before the change, from 1; with a count of 0 the line after which the hunk stands.</summary>
    public required int OldStart { get; init; }

    /// <summary>Number of lines before the change.</summary>
    public required int OldCount { get; init; }

    /// <summary>First line after the change, from 1; with a count of 0 the line after which the hunk stands.</summary>
    public required int NewStart { get; init; }

    /// <summary>Number of lines after the change.</summary>
    public required int NewCount { get; init; }

    /// <summary>The heading after the header's closing marks (often the enclosing function); empty when there is none.</summary>
    public string Section { get; init; } = "";

    /// <summary>The lines in the diff's order.</summary>
    public required IReadOnlyList<DiffLine> Lines { get; init; }
}
