namespace Workflows.Bench.Schedule.Faults;

/// <summary>A flood of batch calls on the primary, and real-time calls that come meanwhile. Times are seconds.</summary>
internal sealed record FloodPattern
{
    private const int Seed = 7;
    private const double End = 240;

    public required string Name { get; init; }

    /// <summary>When the real-time calls come.</summary>
    public required IReadOnlyList<double> Realtime { get; init; }

    /// <summary>When all the batch calls come.</summary>
    public double FloodAt { get; init; } = 60;

    public int Batch { get; init; } = 200;

    public int Slots { get; init; } = 8;

    public int? CallsPerMinute { get; init; }

    public static IReadOnlyList<FloodPattern> All { get; } =
    [
        new() { Name = "real time unseen before, then one every 2 s", Realtime = Every(2, 2, 122), FloodAt = 0 },
        new() { Name = "one every 20 s", Realtime = Every(0, 20) },
        new() { Name = "one every 4 s at random", Realtime = AtRandom(4) },
        new() { Name = "four at once every 30 s", Realtime = [.. Every(0, 30).SelectMany(at => Enumerable.Repeat(at, 4))] },
        new() { Name = "one every 6 s at random, budget 30 a minute", Realtime = AtRandom(6), CallsPerMinute = 30, Batch = 80 },
        new() { Name = "one every 20 s at random, two slots", Realtime = AtRandom(20), Slots = 2, Batch = 40 },
        new() { Name = "one every 37 s, one slot", Realtime = Every(4, 37), Slots = 1, Batch = 20 },
    ];

    private static List<double> Every(double from, double step, double to = End) =>
        [.. Enumerable.Range(0, (int)((to - from) / step)).Select(i => from + (step * i))];

    private static List<double> AtRandom(double mean)
    {
        Random random = new(Seed);
        List<double> times = [];
        for (double at = Next(); at < End; at += Next())
        {
            times.Add(Math.Round(at, 3));
        }

        return times;

        double Next() => -mean * Math.Log(1 - random.NextDouble());
    }
}
