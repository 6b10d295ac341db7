namespace Workflows.Infra.Tests.Bicep;

/// <summary>Takes a Bicep file apart, texts with what is interpolated in them. Stands in for the Bicep compiler where that cannot be had: it knows no types.</summary>
internal sealed class BicepLexer(string text)
{
    private static readonly string[] Symbols = ["=>", "==", "!=", "<=", ">=", "&&", "||", "??", ".?"];

    private readonly List<BicepToken> _tokens = [];
    private readonly Stack<BicepToken> _open = new();
    private int _at;
    private int _line = 1;

    /// <exception cref="FormatException">A bracket or a quote has no other; the message names the line.</exception>
    public static IReadOnlyList<BicepToken> Read(string text)
    {
        BicepLexer lexer = new(text);
        lexer.Run(insideText: false);
        return lexer._open.TryPeek(out BicepToken? open) ? throw new FormatException($"line {open.Line}: '{open.Text}' is not closed") : lexer._tokens;
    }

    private void Run(bool insideText)
    {
        int depth = _open.Count;
        while (_at < text.Length)
        {
            char c = text[_at];
            if (insideText && c == '}' && _open.Count == depth)
            {
                return;
            }

            Next(c);
        }
    }

    private void Next(char c)
    {
        if (c == '\n')
        {
            Add(BicepTokenKind.NewLine, "\n");
            _line++;
        }
        else if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (text.AsSpan(_at).StartsWith("//"))
        {
            int end = text.IndexOf('\n', _at);
            _at = end < 0 ? text.Length : end;
        }
        else if (c == '\'')
        {
            ReadText();
        }
        else if (char.IsAsciiLetter(c) || c == '_')
        {
            Add(BicepTokenKind.Word, Run(char.IsAsciiLetterOrDigit));
        }
        else if (char.IsAsciiDigit(c))
        {
            Add(BicepTokenKind.Number, Run(char.IsAsciiDigit));
        }
        else
        {
            Add(BicepTokenKind.Symbol, Array.Find(Symbols, symbol => text.AsSpan(_at).StartsWith(symbol)) ?? c.ToString());
            Balance(_tokens[^1]);
        }
    }

    private string Run(Func<char, bool> isPart)
    {
        int end = _at;
        while (end < text.Length && (isPart(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return text[_at..end];
    }

    private void ReadText()
    {
        int start = ++_at;
        int place = _tokens.Count;
        while (_at < text.Length && text[_at] is not '\'' and not '\n')
        {
            if (text[_at] == '\\')
            {
                _at += 2;
            }
            else if (text.AsSpan(_at).StartsWith("${"))
            {
                _at += 2;
                Run(insideText: true);
                _at++;
            }
            else
            {
                _at++;
            }
        }

        if (_at >= text.Length || text[_at] != '\'')
        {
            throw new FormatException($"line {_line}: a text is not closed");
        }

        _tokens.Insert(place, new BicepToken(BicepTokenKind.Text, text[start.._at], _line));
        _at++;
    }

    private void Add(BicepTokenKind kind, string word)
    {
        _tokens.Add(new BicepToken(kind, word, _line));
        _at += word.Length;
    }

    private void Balance(BicepToken token)
    {
        if (token.Text is "{" or "[" or "(")
        {
            _open.Push(token);
        }
        else if (token.Text is "}" or "]" or ")" && (!_open.TryPop(out BicepToken? open) || (open.Text + token.Text) is not ("{}" or "[]" or "()")))
        {
            throw new FormatException($"line {token.Line}: '{token.Text}' closes nothing");
        }
    }
}
