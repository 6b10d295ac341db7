namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>
/// Follows comments over the lines of one side of a hunk. A block comment counts only when it begins a line: behind code its mark could stand in
/// a string, and taking its lines for code only keeps a review. Signs of strings that run over lines make the whole answer <see cref="Unsure"/>.
/// </summary>
internal struct CommentScan(CommentSyntax syntax, CommentBlock? open)
{
    private CommentBlock? _open = open;

    /// <summary>True from the moment that lines can no longer be told apart.</summary>
    public bool Unsure { get; private set; }

    /// <summary>Takes the next line and says whether it is nothing but comment or blank.</summary>
    public bool IsComment(string line)
    {
        Unsure |= line.AsSpan().TrimEnd().EndsWith("\\") || IsUnsure(line);
        var rest = line.AsSpan();
        while (true)
        {
            if (_open is not null && !TryLeave(ref rest))
            {
                return true;
            }

            var text = rest.TrimStart();
            if (!text.IsEmpty && TryEnter(line, text, out rest))
            {
                continue;
            }

            if (text.IsEmpty || StartsLineComment(line, text))
            {
                return true;
            }

            Unsure |= LeavesQuoteOpen(text);
            return false;
        }
    }

    /// <summary>Skips to behind the open block's end; false when the line ends first. Nested blocks end too soon here, which only makes more lines code.</summary>
    private bool TryLeave(ref ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(_open!.Close);
        if (close < 0)
        {
            return false;
        }

        rest = rest[(close + _open.Close.Length)..];
        _open = null;
        return true;
    }

    private bool TryEnter(string line, ReadOnlySpan<char> text, out ReadOnlySpan<char> inside)
    {
        foreach (var block in syntax.Blocks)
        {
            inside = text.StartsWith(block.Open) ? text[block.Open.Length..] : default;
            if (text.StartsWith(block.Open)
                && (!block.FirstColumn || text.Length == line.Length)
                && (!block.OneLine || inside.Contains(block.Close, StringComparison.Ordinal)))
            {
                _open = block;
                return true;
            }
        }

        inside = default;
        return false;
    }

    private readonly bool StartsLineComment(string line, ReadOnlySpan<char> text)
    {
        foreach (var mark in syntax.FirstColumnLines)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var mark in syntax.Lines)
        {
            if (text.StartsWith(mark))
            {
                var behind = text.TrimStart(mark[^1]);
                return !(syntax.MarkNeedsBlank && text.Length > mark.Length && !char.IsWhiteSpace(text[mark.Length]) && text[mark.Length] != mark[^1])
                    && !(syntax.MarkMakesOperators && !behind.IsEmpty && (char.IsSymbol(behind[0]) || char.IsPunctuation(behind[0])) && !"\"'()[]{},;`_".Contains(behind[0]));
            }
        }

        return false;
    }

    private readonly bool IsUnsure(string line)
    {
        foreach (var mark in syntax.Unsure)
        {
            if (line.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var delimiter in syntax.LongStrings)
        {
            if (line.AsSpan().Count(delimiter) % 2 != 0)
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool LeavesQuoteOpen(ReadOnlySpan<char> code)
    {
        foreach (var quote in syntax.Quotes)
        {
            if (code.Count(quote) % 2 != 0)
            {
                return true;
            }
        }

        return false;
    }
}
