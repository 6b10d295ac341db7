using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>
/// Finds the line a finding is about. The model quotes the code and claims a line; the quote decides and the claim only chooses among equal
/// places. A line is returned only when the diff shows it on that side.
/// </summary>
public static class LineLocator
{
    /// <summary>A part of a line counts as a quote from this many letters, digits and signs on; shorter ones match by chance.</summary>
    public const int MinSubstringLength = 8;

    /// <summary>
    /// Locates a quote: whole lines exactly, else whole lines with white space levelled, else a part of the lines. The first of these that
    /// matches decides. Of several matches the one on the claimed line wins; else the one on added lines when it is the only one, then
    /// the one on context, then the one on removed lines (removed first when the old side is claimed); else the quote is ambiguous.
    /// </summary>
    /// <param name="file">The file's diff.</param>
    /// <param name="quote">What the model quoted: one or more lines, perhaps in fences, quotation marks or with the rendering's signs and numbers.</param>
    /// <param name="claimedLine">The line the model named, or null.</param>
    /// <param name="claimedSide">The side the model named.</param>
    public static LineLocation Locate(DiffFile file, string? quote, int? claimedLine, DiffSide claimedSide)
    {
        ArgumentNullException.ThrowIfNull(file);
        var readings = Quote.Readings(quote);
        if (readings.Count == 0 || file.Hunks.Count == 0)
        {
            return new LineLocation { Kind = LocationKind.NotFound };
        }

        var shown = new List<ShownLines>([.. ShownLines.Of(file, DiffSide.New), .. ShownLines.Of(file, DiffSide.Old)]);
        var levels = readings.ConvertAll(Level);
        return Search(LocationKind.Exact, readings, (hunk, lines) => hunk.Exact(lines))
            ?? Search(LocationKind.Normalised, levels, (hunk, lines) => hunk.Level(lines))
            ?? Search(LocationKind.Substring, levels.ConvertAll(WithoutCutMarks).FindAll(IsLongEnough), (hunk, lines) => hunk.Part(lines))
            ?? new LineLocation { Kind = LocationKind.NotFound };

        LineLocation? Search(LocationKind kind, List<string[]> quotes, Func<ShownLines, string[], IEnumerable<QuoteMatch>> find)
        {
            foreach (var lines in quotes.Where(lines => lines.Length > 0))
            {
                var matches = shown.SelectMany(hunk => find(hunk, lines)).DistinctBy(match => (match.Side, match.First, match.Last)).ToList();
                if (matches.Count > 0)
                {
                    return Choose(kind, Preferred(matches, claimedSide), claimedLine, claimedSide);
                }
            }

            return null;
        }
    }

    /// <summary>A context line stands on both sides; where it matches on both, it counts on the claimed one alone.</summary>
    private static List<QuoteMatch> Preferred(List<QuoteMatch> matches, DiffSide claimedSide)
    {
        var claimed = matches.Where(match => match.Rank == 1 && match.Side == claimedSide).Select(match => match.Start).ToHashSet(ReferenceEqualityComparer.Instance);
        matches.RemoveAll(match => match.Rank == 1 && match.Side != claimedSide && claimed.Contains(match.Start));
        return claimedSide == DiffSide.New
            ? matches
            : matches.ConvertAll(match => match with { Rank = 2 - match.Rank });
    }

    private static LineLocation Choose(LocationKind kind, List<QuoteMatch> matches, int? claimedLine, DiffSide claimedSide)
    {
        var onClaim = matches.FindAll(match => match.Side == claimedSide && match.First <= claimedLine && claimedLine <= match.Last);
        var lowest = matches.Min(match => match.Rank);
        var best = matches.FindAll(match => match.Rank == lowest);
        var chosen = onClaim.Count > 0 ? onClaim.MinBy(match => (match.Rank, Math.Abs(match.First - claimedLine!.Value)))
            : best.Count == 1 ? best[0] : null;
        return chosen is null
            ? new LineLocation { Kind = LocationKind.Ambiguous }
            : new LineLocation
            {
                Kind = kind,
                Line = chosen.First,
                EndLine = chosen.Last > chosen.First ? chosen.Last : null,
                Side = chosen.Side,
                Moved = claimedLine is not null && onClaim.Count == 0,
                Text = string.Join('\n', chosen.Lines().Select(line => line.Text)),
            };
    }

    private static string[] Level(string[] lines) => [.. lines.Select(LineText.Normalise).Where(line => line.Length > 0)];

    private static string[] WithoutCutMarks(string[] lines)
    {
        if (lines.Length == 0)
        {
            return lines;
        }

        var cut = (string[])lines.Clone();
        cut[0] = TrimMark(cut[0], start: true);
        cut[^1] = TrimMark(cut[^1], start: false);
        return cut;
    }

    private static string TrimMark(string text, bool start)
    {
        foreach (var mark in new[] { "…", "..." })
        {
            if (start && text.StartsWith(mark, StringComparison.Ordinal))
            {
                return text[mark.Length..].TrimStart();
            }

            if (!start && text.EndsWith(mark, StringComparison.Ordinal))
            {
                return text[..^mark.Length].TrimEnd();
            }
        }

        return text;
    }

    private static bool IsLongEnough(string[] lines) =>
        lines.Sum(line => line.Count(c => !char.IsWhiteSpace(c))) >= MinSubstringLength;
}
