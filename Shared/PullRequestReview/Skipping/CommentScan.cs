namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>
/// Follows comments over the lines of one side of a hunk. It trusts a block comment only when it begins a line or ends on its own; anything
/// that could just as well stand in a string makes the whole answer <see cref="Unsure"/>.
/// </summary>
internal struct CommentScan(CommentSyntax syntax, CommentBlock? open)
{
    private CommentBlock? _open = open;

    /// <summary>True from the moment that lines can no longer be told apart.</summary>
    public bool Unsure { get; private set; }

    /// <summary>Takes the next line and says whether it is nothing but comment or blank.</summary>
    public bool IsComment(string line)
    {
        if (line.AsSpan().TrimEnd().EndsWith("\\") || IsUnsure(line))
        {
            Unsure = true;
            return false;
        }

        var rest = line.AsSpan();
        while (true)
        {
            if (_open is not null && !TryLeave(ref rest))
            {
                return !Unsure;
            }

            var text = rest.TrimStart();
            if (text.IsEmpty)
            {
                return true;
            }

            if (TryEnter(line, rest, text, out rest))
            {
                continue;
            }

            if (Unsure || StartsLineComment(line, text))
            {
                return !Unsure;
            }

            Unsure = LeavesUnsure(text);
            return false;
        }
    }

    /// <summary>Skips to behind the open block's end; false when the line ends first.</summary>
    private bool TryLeave(ref ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(_open!.Close);
        Unsure |= syntax.Nested && rest.Contains(_open.Open, StringComparison.Ordinal);
        if (close < 0 || Unsure)
        {
            return false;
        }

        rest = rest[(close + _open.Close.Length)..];
        _open = null;
        return true;
    }

    private bool TryEnter(string line, ReadOnlySpan<char> rest, ReadOnlySpan<char> text, out ReadOnlySpan<char> inside)
    {
        foreach (var block in syntax.Blocks)
        {
            if (text.StartsWith(block.Open) && (!block.FirstColumn || (rest.Length == line.Length && text.Length == line.Length)))
            {
                inside = text[block.Open.Length..];
                Unsure |= block.OneLine && !inside.Contains(block.Close, StringComparison.Ordinal);
                _open = block;
                return !Unsure;
            }
        }

        inside = rest;
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

    /// <summary>A line of code after which nothing is certain: it opens what it does not close, or closes what it did not open.</summary>
    private readonly bool LeavesUnsure(ReadOnlySpan<char> code)
    {
        foreach (var quote in syntax.Quotes)
        {
            if (code.Count(quote) % 2 != 0)
            {
                return true;
            }
        }

        foreach (var block in syntax.Blocks)
        {
            if (!block.FirstColumn && !IsBalanced(code, block))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBalanced(ReadOnlySpan<char> code, CommentBlock block)
    {
        while (true)
        {
            var open = code.IndexOf(block.Open);
            var close = code.IndexOf(block.Close);
            if (open < 0 || close < open)
            {
                return open < 0 && close < 0;
            }

            code = code[(open + block.Open.Length)..];
            close = code.IndexOf(block.Close);
            if (close < 0)
            {
                return false;
            }

            code = code[(close + block.Close.Length)..];
        }
    }
}
