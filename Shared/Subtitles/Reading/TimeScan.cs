namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Reads times and arrows from a line, from left to right and once.</summary>
internal ref struct TimeScan(ReadOnlySpan<char> line)
{
    private const long TooMuch = 1_000_000_000;

    private readonly ReadOnlySpan<char> _line = line;
    private int _at;

    /// <summary>Whether nothing but white space is left.</summary>
    public readonly bool IsAtEnd => _line[_at..].IsWhiteSpace();

    /// <summary>Whether what comes next does not belong to what was read.</summary>
    public readonly bool IsAtWordEnd => _at >= _line.Length || !char.IsLetterOrDigit(_line[_at]);

    /// <summary>The next time; null: there is none here, or it is beyond the longest film.</summary>
    public ScannedTime? Time()
    {
        SkipBlanks();
        bool negative = Skip('-') || Skip('\u2212');
        Span<long> parts = [0, 0, 0];
        int count = 0;
        do
        {
            if (Digits() is not { } part)
            {
                return null;
            }

            parts[count++] = part;
        }
        while (count < parts.Length && SkipSeparated(':'));

        long fraction = Fraction(count == parts.Length);
        (long hours, long minutes, long seconds) = count switch
        {
            3 => (parts[0], parts[1], parts[2]),
            2 => (0, parts[0], parts[1]),
            _ => (0, 0, parts[0]),
        };
        long milliseconds = (((((hours * 60) + minutes) * 60) + seconds) * 1_000) + fraction;
        return milliseconds < SubtitleTime.Longest.TotalMilliseconds
            ? new ScannedTime(TimeSpan.FromMilliseconds(negative ? -milliseconds : milliseconds), count)
            : null;
    }

    /// <summary>Whether an arrow comes next, however it is drawn; it is passed over.</summary>
    public bool Arrow()
    {
        SkipBlanks();
        if (Skip('\u2192'))
        {
            return true;
        }

        int dashes = 0;
        while (_at < _line.Length && _line[_at] is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '=' or ' ')
        {
            dashes += _line[_at++] == ' ' ? 0 : 1;
        }

        return dashes > 0 && (Skip('>') || Skip('\uFF1E') || SkipEntity());
    }

    private long Fraction(bool mayBeColon)
    {
        int before = _at;
        if (!(SkipSeparated(',') || SkipSeparated('.') || SkipSeparated(';') || (mayBeColon && SkipSeparated(':'))))
        {
            return 0;
        }

        long fraction = 0;
        int digits = 0;
        for (; _at < _line.Length && char.IsAsciiDigit(_line[_at]); _at++, digits++)
        {
            fraction = digits < 3 ? (fraction * 10) + _line[_at] - '0' : fraction;
        }

        if (digits == 0)
        {
            _at = before;
        }

        return digits switch { 0 => 0, 1 => fraction * 100, 2 => fraction * 10, _ => fraction };
    }

    private long? Digits()
    {
        int from = _at;
        long value = 0;
        for (; _at < _line.Length && char.IsAsciiDigit(_line[_at]); _at++)
        {
            value = Math.Min(TooMuch, (value * 10) + _line[_at] - '0');
        }

        return _at > from ? value : null;
    }

    // "00 : 00 : 01 , 500" is what machine translation makes of times.
    private bool SkipSeparated(char c)
    {
        int before = _at;
        SkipBlanks();
        if (Skip(c))
        {
            SkipBlanks();
            if (_at < _line.Length && char.IsAsciiDigit(_line[_at]))
            {
                return true;
            }
        }

        _at = before;
        return false;
    }

    private bool SkipEntity()
    {
        bool isNext = _line[_at..].StartsWith("&gt;", StringComparison.OrdinalIgnoreCase);
        _at += isNext ? "&gt;".Length : 0;
        return isNext;
    }

    private bool Skip(char c)
    {
        bool isNext = _at < _line.Length && _line[_at] == c;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private void SkipBlanks()
    {
        while (_at < _line.Length && char.IsWhiteSpace(_line[_at]))
        {
            _at++;
        }
    }
}
