namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>The header of a hunk: <c>@@ -1,5 +1,6 @@ section</c>, or with several parents <c>@@@ -1,5 -1,4 +1,6 @@@ section</c>.</summary>
internal readonly ref struct HunkHeader
{
    /// <summary>No file has more lines; it keeps sums of numbers from a hostile header inside an int.</summary>
    private const int MaxNumber = 100_000_000;

    private const int MaxParents = 64;

    private HunkHeader((int Start, int Count)[] parents, (int Start, int Count) result, ReadOnlySpan<char> section)
    {
        Parents = parents;
        Result = result;
        Section = section;
    }

    /// <summary>The ranges before the change, one for each parent.</summary>
    public (int Start, int Count)[] Parents { get; }

    /// <summary>The range after the change.</summary>
    public (int Start, int Count) Result { get; }

    public ReadOnlySpan<char> Section { get; }

    public static bool TryParse(ReadOnlySpan<char> line, out HunkHeader header)
    {
        header = default;
        var marks = line.IndexOfAnyExcept('@');
        if (marks is < 2 or > MaxParents)
        {
            return false;
        }

        var rest = line[marks..];
        var parents = new (int, int)[marks - 1];
        for (var i = 0; i < parents.Length; i++)
        {
            if (!TryRange(ref rest, '-', out parents[i]))
            {
                return false;
            }
        }

        if (!TryRange(ref rest, '+', out var result) || !rest.StartsWith(" ") || !rest[1..].StartsWith(line[..marks]))
        {
            return false;
        }

        header = new HunkHeader(parents, result, rest[(1 + marks)..].Trim());
        return true;
    }

    private static bool TryRange(ref ReadOnlySpan<char> rest, char sign, out (int Start, int Count) range)
    {
        range = default;
        if (rest.Length < 3 || rest[0] != ' ' || rest[1] != sign)
        {
            return false;
        }

        rest = rest[2..];
        if (!TryNumber(ref rest, out range.Start))
        {
            return false;
        }

        range.Count = 1;
        if (rest is [',', ..])
        {
            rest = rest[1..];
            if (!TryNumber(ref rest, out range.Count))
            {
                return false;
            }
        }

        return range.Start > 0 || range.Count == 0;
    }

    private static bool TryNumber(ref ReadOnlySpan<char> rest, out int number)
    {
        number = 0;
        var length = 0;
        for (; length < rest.Length && char.IsAsciiDigit(rest[length]); length++)
        {
            number = (number * 10) + (rest[length] - '0');
            if (number > MaxNumber)
            {
                return false;
            }
        }

        rest = rest[length..];
        return length > 0;
    }
}
