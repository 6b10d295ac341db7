using System.Globalization;

namespace Workflows.Runtime.Host.Timers;

/// <summary>
/// One field of a schedule: <c>*</c>, a value, a range <c>a-b</c>, each also with a step <c>/n</c> (<c>a/n</c> runs from a to the
/// field's end), and lists of these with commas. What it allows is a mask with a bit a value.
/// </summary>
internal sealed class CronField
{
    private readonly string _name;
    private readonly int _first;
    private readonly int _last;
    private readonly string[] _words;

    private CronField(string name, int first, int last, params string[] words)
    {
        _name = name;
        _first = first;
        _last = last;
        _words = words;
    }

    public static CronField Seconds { get; } = new("seconds", 0, 59);

    public static CronField Minutes { get; } = new("minutes", 0, 59);

    public static CronField Hours { get; } = new("hours", 0, 23);

    public static CronField Days { get; } = new("day of the month", 1, 31);

    public static CronField Months { get; } = new("month", 1, 12, CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12]);

    public static CronField Weekdays { get; } = new("day of the week", 0, 6, CultureInfo.InvariantCulture.DateTimeFormat.DayNames);

    /// <exception cref="FormatException">The text is no such field; the message names the field and the part.</exception>
    public ulong Parse(string text)
    {
        ulong mask = 0;
        foreach (string item in text.Split(','))
        {
            mask |= Item(item);
        }

        return mask;
    }

    private ulong Item(string item)
    {
        string[] parts = item.Split('/');
        if (parts.Length > 2)
        {
            throw Fault(item, "it has more than one step");
        }

        int step = parts.Length == 1 ? 1 : Step(parts[1], item);
        (int from, int to) = Range(parts[0], item, toEnd: parts.Length == 2);
        ulong mask = 0;
        for (int value = from; value <= to; value += step)
        {
            mask |= 1UL << value;
        }

        return mask;
    }

    private (int From, int To) Range(string range, string item, bool toEnd)
    {
        if (range == "*")
        {
            return (_first, _last);
        }

        string[] ends = range.Split('-');
        int from = Value(ends[0], item);
        switch (ends.Length)
        {
            case 1:
                return (from, toEnd ? _last : from);
            case 2:
                int to = Value(ends[1], item);
                return from <= to ? (from, to) : throw Fault(item, "its range runs backwards");
            default:
                throw Fault(item, "a range has two ends");
        }
    }

    private int Value(string text, string item)
    {
        int word = Array.FindIndex(_words, w => w.Equals(text, StringComparison.OrdinalIgnoreCase) || (text.Length == 3 && w.StartsWith(text, StringComparison.OrdinalIgnoreCase)));
        return word >= 0 ? word + _first
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= _first && value <= _last ? value
            : throw Fault(item, $"a value is {_first} to {_last}{(_words.Length == 0 ? string.Empty : $", or {_words[0][..3]} to {_words[^1][..3]}")}");
    }

    private int Step(string text, string item) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int step) && step > 0 && step <= _last
            ? step
            : throw Fault(item, $"a step is 1 to {_last}");

    private FormatException Fault(string item, string why) => new($"the {_name} field holds '{item}': {why}.");
}
