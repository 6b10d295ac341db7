using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>A run of lines that one side of a hunk shows, without a gap in their numbers, and the search for a quote in them.</summary>
internal sealed class ShownLines
{
    private readonly DiffSide _side;
    private readonly List<DiffLine> _lines;
    private readonly int[] _filled;
    private string[]? _normalised;

    private ShownLines(DiffSide side, List<DiffLine> lines)
    {
        _side = side;
        _lines = lines;
        _filled = [.. Enumerable.Range(0, lines.Count).Where(at => !string.IsNullOrWhiteSpace(lines[at].Text))];
    }

    /// <summary>The lines that are not blank, normalised; blank ones do not count in a comparison that levels white space.</summary>
    private string[] Normalised => _normalised ??= Array.ConvertAll(_filled, at => LineText.Normalise(_lines[at].Text));

    /// <summary>All runs of a file on one side. In a combined diff the old side has gaps inside a hunk, and no quote may bridge one.</summary>
    public static List<ShownLines> Of(DiffFile file, DiffSide side)
    {
        var runs = new List<ShownLines>();
        foreach (var hunk in file.Hunks)
        {
            var run = new List<DiffLine>();
            foreach (var line in hunk.Lines.Where(line => line.NumberOn(side) is not null))
            {
                if (run.Count > 0 && line.NumberOn(side) != run[^1].NumberOn(side) + 1)
                {
                    runs.Add(new ShownLines(side, run));
                    run = [];
                }

                run.Add(line);
            }

            runs.Add(new ShownLines(side, run));
        }

        return runs;
    }

    /// <summary>Runs of whole lines equal to the quote's.</summary>
    public IEnumerable<QuoteMatch> Exact(string[] quote) =>
        Starts(_lines.Count, quote.Length, (at, i) => string.Equals(_lines[at].Text, quote[i], StringComparison.Ordinal))
            .Select(start => Match(start, start + quote.Length - 1));

    /// <summary>Runs of whole lines equal to the quote's when both are normalised and without blank lines.</summary>
    public IEnumerable<QuoteMatch> Level(string[] quote) =>
        Starts(Normalised.Length, quote.Length, (at, i) => string.Equals(Normalised[at], quote[i], StringComparison.Ordinal))
            .Select(start => Match(_filled[start], _filled[start + quote.Length - 1]));

    /// <summary>Runs of lines that hold the quote: it may begin inside the first line and end inside the last.</summary>
    public IEnumerable<QuoteMatch> Part(string[] quote) =>
        Starts(Normalised.Length, quote.Length, (at, i) => IsPart(Normalised[at], quote[i], i == 0, i == quote.Length - 1))
            .Select(start => Match(_filled[start], _filled[start + quote.Length - 1]));

    private static bool IsPart(string line, string quote, bool first, bool last) => (first, last) switch
    {
        (true, true) => line.Contains(quote, StringComparison.Ordinal),
        (true, false) => line.EndsWith(quote, StringComparison.Ordinal),
        (false, true) => line.StartsWith(quote, StringComparison.Ordinal),
        _ => line == quote,
    };

    private static IEnumerable<int> Starts(int lines, int length, Func<int, int, bool> matches)
    {
        for (var start = 0; start + length <= lines; start++)
        {
            var i = 0;
            while (i < length && matches(start + i, i))
            {
                i++;
            }

            if (i == length)
            {
                yield return start;
            }
        }
    }

    private QuoteMatch Match(int first, int last)
    {
        var changed = _lines.FindIndex(first, last - first + 1, line => line.Kind != DiffLineKind.Context) >= 0;
        return new QuoteMatch
        {
            Side = _side,
            First = _lines[first].NumberOn(_side)!.Value,
            Last = _lines[last].NumberOn(_side)!.Value,
            Rank = changed ? (_side == DiffSide.New ? 0 : 2) : 1,
            Start = _lines[first],
            Lines = () => _lines.GetRange(first, last - first + 1),
        };
    }
}
