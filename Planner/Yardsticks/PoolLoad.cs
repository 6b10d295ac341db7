namespace Workflows.Planner.Yardsticks;

/// <summary>
/// What a pool cannot be quicker than, by how many of the shared calls it takes. A call's tail is what must follow it within its piece of work, its head what must go before it.
/// </summary>
/// <remarks>
/// With foresight it takes the calls that suit it best, so that no schedule is below it. Without, a call is known by its task alone: it costs its task's average, and of those that end the work the longest is
/// as long as the longest of so many drawn blindly is on average.
/// </remarks>
internal sealed class PoolLoad
{
    private readonly WorkPool _pool;
    private readonly bool _hasForesight;
    private readonly int _own;
    private readonly double _head;
    private readonly double _tail;
    private readonly List<double> _areas;
    private readonly List<List<double>> _ends;

    /// <summary>Weighs a pool.</summary>
    /// <param name="pool">Its limits.</param>
    /// <param name="calls">The calls that it may serve.</param>
    /// <param name="isShared">Whether another pool may serve a call too.</param>
    /// <param name="seconds">How long a call takes here.</param>
    /// <param name="chains">Heads and tails.</param>
    /// <param name="hasForesight">Whether each call's time is known beforehand.</param>
    public PoolLoad(WorkPool pool, IReadOnlyList<WorkCall> calls, Func<WorkCall, bool> isShared, Func<WorkCall, double> seconds, WorkChains chains, bool hasForesight)
    {
        _pool = pool;
        _hasForesight = hasForesight;
        _own = calls.Count(call => !isShared(call));
        _head = calls.Select(chains.Head).DefaultIfEmpty().Min();
        ILookup<string, WorkCall> tasks = calls.ToLookup(call => hasForesight ? "" : call.Task);
        _tail = hasForesight ? calls.Select(chains.Tail).DefaultIfEmpty().Min() : tasks.Select(task => task.Average(chains.Tail)).DefaultIfEmpty().Min();
        _ends = [.. tasks.Select(task => task.Select(call => seconds(call) + chains.Tail(call)).Order().ToList()).OrderBy(ends => ends.Average())];
        double area = calls.Where(call => !isShared(call)).Sum(seconds);
        _areas = [area];
        foreach (double more in calls.Where(isShared).Select(call => hasForesight ? seconds(call) : tasks[call.Task].Average(seconds)).Order())
        {
            _areas.Add(area += more);
        }
    }

    /// <summary>The slots are busy that long, and not before the shortest head nor within the shortest tail.</summary>
    public double Concurrency(int taken) => _own + taken == 0 ? 0 : _head + (_areas[taken] / _pool.MaxConcurrent) + _tail;

    /// <summary>The calls that the rate admits last start no earlier than it allows; one of them takes as long as the longest of so many.</summary>
    public double Rate(int taken)
    {
        int count = _own + taken;
        return count == 0 ? 0 : _head + _pool.Earliest(count) + Longest(_pool.CallsPerMinute is { } calls ? ((count - 1) % calls) + 1 : count);
    }

    private double Longest(int count)
    {
        List<double> ends = [];
        for (int task = 0; ends.Count < count; task++)
        {
            ends.AddRange(_ends[task]);
        }

        ends.Sort();
        return _hasForesight ? ends[count - 1] : ExpectedLongest(ends, count);
    }

    /// <summary>The average of the largest of so many, drawn from all without putting back.</summary>
    private static double ExpectedLongest(List<double> sorted, int count)
    {
        double expected = 0;
        double share = (double)count / sorted.Count;
        for (int largest = sorted.Count; largest >= count; largest--)
        {
            expected += share * sorted[largest - 1];
            share *= largest > 1 ? (double)(largest - count) / (largest - 1) : 0;
        }

        return expected;
    }
}
