namespace Workflows.Simulator.Answers.Diffs;

/// <summary>Tells code from strings and comments within one line.</summary>
internal static class CodeMask
{
    /// <summary>The line with strings' contents and comments blanked, of the same length, and the comment's text.</summary>
    public static (string Code, string Comment) Of(string text, Language language)
    {
        var marker = language.LineComment();
        var start = text.AsSpan().TrimStart();
        if (language.IsCurly() && (start.StartsWith("/*") || start.StartsWith("* ") || start.StartsWith("*/") || start is "*"))
        {
            return (new string(' ', text.Length), start.TrimStart("/* ").ToString());
        }

        var code = text.ToCharArray();
        var quote = '\0';
        for (var i = 0; i < code.Length; i++)
        {
            if (quote != '\0')
            {
                if (text[i] == '\\' && i + 1 < code.Length)
                {
                    code[i++] = ' ';
                    code[i] = ' ';
                }
                else if (text[i] == quote)
                {
                    quote = '\0';
                }
                else
                {
                    code[i] = ' ';
                }
            }
            else if (IsQuote(text, i, language))
            {
                quote = text[i];
            }
            else if (marker is not null && IsComment(text, i, marker))
            {
                code.AsSpan(i).Fill(' ');
                return (new string(code), text[(i + marker.Length)..].Trim());
            }
        }

        return (new string(code), "");
    }

    private static bool IsComment(string text, int index, string marker) =>
        text.AsSpan(index).StartsWith(marker) && (marker != "#" || index == 0 || char.IsWhiteSpace(text[index - 1]));

    private static bool IsQuote(string text, int index, Language language) => text[index] switch
    {
        '"' => true,
        '`' => language is Language.Script or Language.Go,
        '\'' => language is Language.Script or Language.Python or Language.Sql or Language.Shell or Language.Ruby or Language.Php or Language.Yaml
            || text.AsSpan(index + 1, Math.Min(3, text.Length - index - 1)).Contains('\''),
        _ => false,
    };
}
