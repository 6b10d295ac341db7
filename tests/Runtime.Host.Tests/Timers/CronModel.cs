using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Runtime.Host.Timers;

/// <summary>A schedule as sets of values with the text that means them, and the next time by looking at every day and every second.</summary>
internal sealed record CronModel(string Text, IReadOnlyList<HashSet<int>> Fields)
{
    private static readonly (int First, int Last)[] Ranges = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    private static readonly string[] Months = ["jan", "FEB", "March", "Apr", "may", "June", "jul", "AUGUST", "Sep", "oct", "Nov", "dec"];

    private static readonly string[] Weekdays = ["Sun", "monday", "TUE", "Wed", "Thursday", "fri", "sat"];

    public static Arbitrary<CronModel> Schedules() => Gen.CollectToArray(Enumerable.Range(0, 6), Field)
        .Select(fields => new CronModel(string.Join(' ', fields.Select(f => f.Text)), [.. fields.Select(f => f.Values)]))
        .ToArbitrary();

    /// <summary>Instants of some forty years, half of them near the end of a month.</summary>
    public static Arbitrary<DateTimeOffset> Times() =>
        (from month in Gen.Choose(0, 12 * 40)
         from back in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 86_400 * 31))
         select new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(month).AddSeconds(-back)).ToArbitrary();

    /// <summary>Null when no day of the 400 years after matches.</summary>
    public DateTimeOffset? After(DateTimeOffset time)
    {
        DateTimeOffset first = time.AddSeconds(1);
        for (int days = 0; days < 400 * 366; days++)
        {
            DateTimeOffset day = new DateTimeOffset(first.Date, TimeSpan.Zero).AddDays(days);
            if (!Fields[3].Contains(day.Day) || !Fields[4].Contains(day.Month) || !Fields[5].Contains((int)day.DayOfWeek))
            {
                continue;
            }

            for (int second = days == 0 ? (int)first.TimeOfDay.TotalSeconds : 0; second < 86_400; second++)
            {
                if (Fields[0].Contains(second % 60) && Fields[1].Contains(second / 60 % 60) && Fields[2].Contains(second / 3600))
                {
                    return day.AddSeconds(second);
                }
            }
        }

        return null;
    }

    private static Gen<(string Text, HashSet<int> Values)> Field(int index) =>
        from items in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3))).SelectMany(count => Gen.ArrayOf(Item(index), count))
        select (string.Join(',', items.Select(i => i.Text)), items.SelectMany(i => i.Values).ToHashSet());

    private static Gen<(string Text, int[] Values)> Item(int index)
    {
        (int first, int last) = Ranges[index];
        Gen<int> value = Gen.Choose(first, last);
        return Gen.Frequency(
            (3, Gen.Constant(("*", Values(first, last, 1)))),
            (2, value.SelectMany(v => Name(index, v).Select(n => (n, Values(v, v, 1))))),
            (1, Gen.Choose(1, last).Select(step => ($"*/{step}", Values(first, last, step)))),
            (1, from a in value from step in Gen.Choose(1, last) select ($"{a}/{step}", Values(a, last, step))),
            (2, from a in value
                from b in Gen.Choose(a, last)
                from x in Name(index, a)
                from y in Name(index, b)
                from step in Gen.Choose(0, Math.Min(last, 7))
                select (step == 0 ? $"{x}-{y}" : $"{x}-{y}/{step}", Values(a, b, Math.Max(step, 1)))));
    }

    private static Gen<string> Name(int index, int value) => index switch
    {
        4 => Gen.Elements($"{value}", Months[value - 1]),
        5 => Gen.Elements($"{value}", Weekdays[value]),
        _ => Gen.Elements($"{value}", $"{value:00}"),
    };

    private static int[] Values(int from, int to, int step) => [.. Enumerable.Range(0, ((to - from) / step) + 1).Select(i => from + (i * step))];
}
