namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>A file's diff as text for a model, and what of it did not fit.</summary>
public sealed record RenderedDiff
{
    /// <summary>The text; lines end with LF.</summary>
    public required string Text { get; init; }

    /// <summary>What the text costs by <see cref="Models.TokenEstimate"/>.</summary>
    public required int Tokens { get; init; }

    /// <summary>Number of hunks of which nothing is shown.</summary>
    public int OmittedHunks { get; init; }

    /// <summary>Number of lines not shown, those of omitted hunks and the tail of a cut one.</summary>
    public int OmittedLines { get; init; }

    /// <summary>Number of shown lines that were longer than <see cref="DiffRendering.MaxLineLength"/> and lost their end.</summary>
    public int ShortenedLines { get; init; }

    /// <summary>True when every line is shown, if not to its end.</summary>
    public bool IsComplete => OmittedLines == 0;
}
