namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>Where a quote stands in a file's diff. Line, side and text are present exactly when it was found.</summary>
public sealed record LineLocation
{
    /// <summary>How the quote was found, or why there is no line.</summary>
    public required LocationKind Kind { get; init; }

    /// <summary>The first line, from 1 on <see cref="Side"/>; the diff shows it.</summary>
    public int? Line { get; init; }

    /// <summary>The last line when there are several, all shown by the diff; else null.</summary>
    public int? EndLine { get; init; }

    /// <summary>The side on which the lines count.</summary>
    public DiffSide? Side { get; init; }

    /// <summary>True when a line was claimed and the quote stands elsewhere, on another line or the other side.</summary>
    public bool Moved { get; init; }

    /// <summary>The whole lines as the diff has them, joined by LF. Fingerprints are made of this, not of the model's quote.</summary>
    public string? Text { get; init; }
}
