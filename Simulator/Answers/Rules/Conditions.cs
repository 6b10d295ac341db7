namespace Workflows.Simulator.Answers.Rules;

/// <summary>Reads the conditions of <c>if</c> and <c>while</c>.</summary>
internal static class Conditions
{
    /// <summary>The name that a condition assigns to at its outermost level, or null.</summary>
    public static string? Assigned(string code)
    {
        var open = Opening(code);
        if (open < 0)
        {
            return null;
        }

        var depth = 0;
        for (var i = open; i < code.Length; i++)
        {
            if (code[i] is '(' or '[' or '{')
            {
                depth++;
            }
            else if (code[i] is ')' or ']' or '}' && --depth == 0)
            {
                return null;
            }
            else if (depth == 1 && code[i] == '=' && IsPlain(code, i))
            {
                return NameBefore(code, i);
            }
        }

        return null;
    }

    /// <summary>The name that a condition compares with itself, or null.</summary>
    public static string? SelfCompared(string code)
    {
        foreach (var comparison in new[] { " === ", " !== ", " == ", " != ", " <= ", " >= ", " < ", " > " })
        {
            for (var at = code.IndexOf(comparison, StringComparison.Ordinal); at > 0; at = code.IndexOf(comparison, at + 1, StringComparison.Ordinal))
            {
                var left = NameBefore(code, at);
                var start = at + comparison.Length;
                var end = start;
                while (end < code.Length && IsName(code[end]))
                {
                    end++;
                }

                if (left is { Length: > 0 } && code.AsSpan(start, end - start).SequenceEqual(left) && (end == code.Length || code[end] is not ('(' or '[' or '-' or '+' or '?')))
                {
                    return left;
                }
            }
        }

        return null;
    }

    private static int Opening(string code)
    {
        foreach (var keyword in new[] { "if (", "if(", "while (", "while(" })
        {
            var at = code.IndexOf(keyword, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !IsName(code[at - 1])))
            {
                return at + keyword.Length - 1;
            }
        }

        return -1;
    }

    private static bool IsPlain(string code, int at) =>
        at > 0 && at + 1 < code.Length && code[at + 1] is not ('=' or '>') && code[at - 1] is not ('=' or '!' or '<' or '>' or '+' or '-' or '*' or '/' or '%' or '&' or '|' or '^' or '?' or ':');

    private static string? NameBefore(string code, int at)
    {
        var end = at;
        while (end > 0 && code[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && IsName(code[start - 1]))
        {
            start--;
        }

        return start < end && !char.IsDigit(code[start]) ? code[start..end] : null;
    }

    private static bool IsName(char character) => char.IsLetterOrDigit(character) || character is '_' or '.';
}
