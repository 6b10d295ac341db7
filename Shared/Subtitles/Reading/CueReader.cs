using System.Globalization;
using System.Text;

namespace Workflows.Shared.Subtitles.Reading;

/// <summary>
/// Reads the cues of SubRip and WebVTT in one pass: a cue is a timing line and the lines up to the next. In SubRip blank lines within a cue belong to it, and the line right before a timing line is a
/// number where it looks like one; in WebVTT a cue ends at its first blank line.
/// </summary>
internal sealed class CueReader(string text, bool isWebVtt, RepairCounts repairs)
{
    private readonly List<RawCue> _cues = [];

    // The lines since the last timing line, as places in the text; of blank ones in a row only the first.
    private readonly List<(int At, int Length)> _lines = [];

    private TimingLine? _timing;
    private int? _number;
    private int? _lastNumber;

    /// <summary>The cues, as they stand in the file.</summary>
    /// <exception cref="InvalidSubtitlesException">There are too many.</exception>
    public List<RawCue> Read()
    {
        int at = 0;
        while (at < text.Length)
        {
            int length = text.AsSpan(at).IndexOfAny('\r', '\n');
            length = length < 0 ? text.Length - at : length;
            Take(at, length);
            at += length;
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }

        End(nextFollows: false);
        return _cues;
    }

    private void Take(int at, int length)
    {
        ReadOnlySpan<char> line = text.AsSpan(at, length);
        if (TimingLine.Read(line) is { } timing)
        {
            End(nextFollows: true);
            _timing = timing;
        }
        else if (!line.IsWhiteSpace())
        {
            _lines.Add((at, length));
        }
        else if (_lines.Count == 0 || _lines[^1].Length > 0)
        {
            _lines.Add((at, 0));
        }
    }

    private void End(bool nextFollows)
    {
        int? number = nextFollows ? TakeNumber() : null;
        int end = isWebVtt && _timing is not null ? _lines.FindIndex(line => line.Length == 0) : _lines.Count;
        end = end < 0 ? _lines.Count : end;
        if (_timing is { } timing)
        {
            Add(timing, Joined(end));
        }

        repairs.Add(SubtitleRepair.LineOutsideCues, Strays(_timing is null ? 0 : end));
        _lines.Clear();
        _number = number;
    }

    /// <summary>The lines up to an index, but for blank ones, and no more than a cue may have.</summary>
    private string Joined(int end)
    {
        StringBuilder lines = new();
        for (int i = 0; i < end && lines.Length <= TrackBuilder.LongestText; i++)
        {
            lines.Append(lines.Length > 0 && _lines[i].Length > 0 ? "\n" : "").Append(text, _lines[i].At, _lines[i].Length);
        }

        return lines.ToString();
    }

    private void Add(TimingLine timing, string lines)
    {
        if (!isWebVtt)
        {
            CheckNumber();
            repairs.Add(SubtitleRepair.MissingHours, timing.Start?.Parts < 3 || timing.End?.Parts < 3 ? 1 : 0);
        }

        if (timing.Start is not { } start)
        {
            repairs.Add(SubtitleRepair.UnreadableTime);
            return;
        }

        _cues.Add(new RawCue(start.Value, timing.End?.Value, lines));
        if (_cues.Count > SubtitleReader.MostCues)
        {
            throw SubtitleReader.TooManyCues();
        }
    }

    private void CheckNumber()
    {
        if (_number is not { } number)
        {
            repairs.Add(SubtitleRepair.MissingNumber);
            return;
        }

        repairs.Add(SubtitleRepair.WrongNumber, _lastNumber is { } last && number != last + 1 ? 1 : 0);
        _lastNumber = number;
    }

    /// <summary>Takes the number, or in WebVTT the name, of the next cue from the end of the lines.</summary>
    private int? TakeNumber()
    {
        int last = _lines.Count - 1;
        if (isWebVtt)
        {
            // The line before is a name only when it stands alone.
            if (last > 0 && _lines[last].Length > 0 && _lines[last - 1].Length == 0)
            {
                _lines.RemoveAt(last);
            }

            return null;
        }

        bool isRightBefore = last >= 0 && _lines[last].Length > 0;
        last -= isRightBefore ? 0 : 1;
        if (last < 0 || NumberAt(last) is not { } number)
        {
            return null;
        }

        // A line of digits may be what is said: it is the number when it is the one that follows or stands apart from what is said.
        int before = _number ?? _lastNumber ?? 0;
        bool isNext = number == before + 1;
        bool isApart = last == 0 ? _timing is null : _lines[last - 1].Length == 0 || _number is not null;
        if (!isNext && !(isRightBefore && isApart))
        {
            return null;
        }

        _lines.RemoveRange(last, _lines.Count - last);
        return number;
    }

    private int? NumberAt(int index)
    {
        ReadOnlySpan<char> line = text.AsSpan(_lines[index].At, _lines[index].Length).Trim();
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    /// <summary>The lines from an index on that are neither blank nor of a block that the format knows. A SubRip cue has all lines behind it.</summary>
    private int Strays(int from)
    {
        int strays = 0;
        bool inBlock = _timing is null && isWebVtt;
        for (int i = from; i < _lines.Count; i++)
        {
            ReadOnlySpan<char> line = text.AsSpan(_lines[i].At, _lines[i].Length).TrimEnd();
            bool begins = i == 0 || _lines[i - 1].Length == 0;
            inBlock = line.Length > 0 && (begins ? IsBlock(line) || (inBlock && i == 0) : inBlock);
            strays += line.Length > 0 && !inBlock ? 1 : 0;
        }

        return strays;
    }

    private bool IsBlock(ReadOnlySpan<char> line) =>
        isWebVtt && (line is "NOTE" or "STYLE" or "REGION" || line.StartsWith("NOTE ", StringComparison.Ordinal) || line.StartsWith("NOTE\t", StringComparison.Ordinal));
}
