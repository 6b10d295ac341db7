using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>One line of a hunk.</summary>
public sealed record DiffLine
{
    /// <summary>Whether the line was added, removed or is shown for context.</summary>
    public required DiffLineKind Kind { get; init; }

    /// <summary>The line without its diff sign, without its line feed and without a carriage return before that.</summary>
    public required string Text { get; init; }

    /// <summary>The line's number before the change, from 1; null for added lines, and for lines of a combined diff that the first parent lacks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OldNumber { get; init; }

    /// <summary>The line's number after the change, from 1; null for removed lines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NewNumber { get; init; }

    /// <summary>True when the file's line ends in CR LF. A diff that was itself saved with CR LF throughout does not count.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CarriageReturn { get; init; }

    /// <summary>True when the file ends with this line and without a line feed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoNewline { get; init; }

    /// <summary>The line's number on a side; null when that side lacks the line.</summary>
    /// <param name="side">The side to count on.</param>
    public int? NumberOn(DiffSide side) => side == DiffSide.New ? NewNumber : OldNumber;
}
