using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>A run of shown lines that matches a quote.</summary>
internal sealed record QuoteMatch
{
    /// <summary>The side the lines count on.</summary>
    public required DiffSide Side { get; init; }

    /// <summary>The first line's number.</summary>
    public required int First { get; init; }

    /// <summary>The last line's number.</summary>
    public required int Last { get; init; }

    /// <summary>Preference among matches: lower first.</summary>
    public required int Rank { get; init; }

    /// <summary>The first line itself: what matches on both sides starts with the same one.</summary>
    public required DiffLine Start { get; init; }

    /// <summary>Gives the lines; there can be very many matches, of which one is shown.</summary>
    public required Func<IReadOnlyList<DiffLine>> Lines { get; init; }
}
