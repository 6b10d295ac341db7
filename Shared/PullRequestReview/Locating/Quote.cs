using System.Net;

namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>
/// A model's quote, undressed: models wrap quotes in fences, quotation marks or backticks, and copy the sign and number of the rendered
/// diff. Which of that is dressing and which is code the diff alone can tell, so each reading is tried, the most literal first.
/// </summary>
internal static class Quote
{
    /// <summary>Longer quotes are cut (and at <see cref="MaxLines"/>): no finding needs more, and hostile ones would only cost time.</summary>
    private const int MaxLength = 20_000;

    private const int MaxLines = 50;

    private const string Wrappers = "`\"'“”‘’«»";

    /// <summary>The readings, each a list of lines without blank ones at its ends; none when the quote says nothing.</summary>
    public static List<string[]> Readings(string? quote)
    {
        var readings = new List<string[]>();
        if (string.IsNullOrWhiteSpace(quote))
        {
            return readings;
        }

        var whole = quote.Length > MaxLength ? quote[..MaxLength] : quote;
        var lines = Trim(whole.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'));
        lines = lines.Length > MaxLines ? lines[..MaxLines] : lines;
        var unfenced = Unfence(lines);
        Add(readings, lines);
        Add(readings, unfenced);
        foreach (var bare in new[] { unfenced, Unwrap(unfenced) })
        {
            var undecorated = Undecorate(bare);
            Add(readings, undecorated);
            Add(readings, Unwrap(undecorated));
            Add(readings, Unsign(bare));
        }

        foreach (var reading in readings.ToArray())
        {
            Add(readings, UnescapeHtml(reading));
            Add(readings, UnescapeJson(reading));
        }

        return readings;
    }

    /// <summary>Takes back an escaping too many: <c>&amp;lt;</c> and its like.</summary>
    private static string[] UnescapeHtml(string[] lines) => Array.ConvertAll(lines, WebUtility.HtmlDecode)!;

    /// <summary>Takes back an escaping too many: <c>\"</c>, <c>\n</c> and their like.</summary>
    private static string[] UnescapeJson(string[] lines) =>
        string.Join('\n', lines)
            .Replace(@"\\", "\0", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace(@"\n", "\n", StringComparison.Ordinal)
            .Replace(@"\t", "\t", StringComparison.Ordinal)
            .Replace('\0', '\\')
            .Split('\n');

    private static void Add(List<string[]> readings, string[] lines)
    {
        lines = Trim(lines);
        if (lines.Length > 0 && !readings.Exists(known => known.AsSpan().SequenceEqual(lines)))
        {
            readings.Add(lines);
        }
    }

    private static string[] Trim(string[] lines)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        var last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        return first < 0 ? [] : lines[first..(last + 1)];
    }

    private static string[] Unfence(string[] lines) =>
        lines.Length >= 3 && lines[0].TrimStart().StartsWith("```", StringComparison.Ordinal) && lines[^1].Trim() == "```" ? Trim(lines[1..^1]) : lines;

    private static string[] Unwrap(string[] lines)
    {
        if (lines.Length == 0)
        {
            return lines;
        }

        var unwrapped = (string[])lines.Clone();
        unwrapped[0] = unwrapped[0].TrimStart();
        unwrapped[^1] = unwrapped[^1].TrimEnd();
        while (unwrapped[0].Length > 0 && unwrapped[^1].Length > 0 && (unwrapped.Length > 1 || unwrapped[0].Length > 1)
            && Wrappers.Contains(unwrapped[0][0]) && Wrappers.Contains(unwrapped[^1][^1]))
        {
            unwrapped[0] = unwrapped[0][1..];
            unwrapped[^1] = unwrapped[^1][..^1];
        }

        return unwrapped;
    }

    /// <summary>Takes <c>+     12 | </c> off each line that has it. Where signs are shown, removed lines beside others are not part of the result.</summary>
    private static string[] Undecorate(string[] lines)
    {
        var kept = new List<string>(lines.Length);
        var signs = lines.Select(line => TryUndecorate(line, out var sign, out _) ? sign : '\0').ToArray();
        var mixed = signs.Contains('-') && (signs.Contains('+') || signs.Contains(' '));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!mixed || signs[i] != '-')
            {
                kept.Add(TryUndecorate(lines[i], out _, out var text) ? text : lines[i]);
            }
        }

        return [.. kept];
    }

    private static bool TryUndecorate(string line, out char sign, out string text)
    {
        var rest = line.AsSpan();
        sign = rest is ['+' or '-', ..] ? rest[0] : ' ';
        rest = rest.TrimStart("+- ");
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        var bar = digits > 0 ? rest[digits..].TrimStart(' ') : default;
        text = bar is ['|', ' ', ..] ? bar[2..].ToString() : bar is ['|', ..] ? bar[1..].ToString() : "";
        return bar is ['|', ..];
    }

    private static string[] Unsign(string[] lines)
    {
        var added = Array.Exists(lines, line => line.StartsWith('+'));
        return
        [
            .. lines.Where(line => !added || !line.StartsWith('-')).Select(line => line is ['+' or '-', ..] ? line[1..] : line),
        ];
    }
}
