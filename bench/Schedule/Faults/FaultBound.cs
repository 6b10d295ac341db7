using Workflows.Planner.Yardsticks;

namespace Workflows.Bench.Schedule.Faults;

/// <summary>
/// What no schedule can beat under a fault, for the calls of the undisturbed review: from the slots that the primary has at each second and the seconds in which the secondary takes calls, by
/// area and by count alone (nothing is known beforehand that a schedule could not know, nothing waits for anything but the first call and the last). Times are seconds.
/// </summary>
internal sealed class FaultBound(Workload work, Func<int, int> primarySlots, Func<int, bool> secondaryTakes)
{
    private const int Longest = 3_600;

    private readonly int _first = (int)work.First.Sum(call => call.Least);
    private readonly List<double> _shared = [.. work.Middle.Where(call => call.OnPrimary && call.OnSecondary).Select(call => call.Primary).Order()];
    private readonly List<double> _own = [.. work.Middle.Where(call => !call.OnSecondary).Select(call => call.Primary).Order()];
    private readonly int _bound = work.Middle.Count(call => !call.OnPrimary);
    private readonly double _shortest = work.Middle.Where(call => call.OnSecondary).Min(call => call.Secondary);

    /// <summary>The least time for all; null: it cannot be done within an hour.</summary>
    public double? Makespan()
    {
        for (int end = _first; end < Longest; end++)
        {
            int shared = Math.Max(_bound + _shared.Count - CallsBy(end), 0);
            if (shared <= _shared.Count && _own.Sum() + _shared.Take(shared).Sum() <= AreaBy(end))
            {
                return end + work.Last.Sum(call => call.Least);
            }
        }

        return null;
    }

    /// <summary>How many calls are left undone at the least when no more is served after a time.</summary>
    public int Missing(int end)
    {
        int atSecondary = Math.Min(CallsBy(end), _bound + _shared.Count);
        int sharedLeft = _shared.Count - Math.Max(atSecondary - _bound, 0);
        double area = AreaBy(end);
        int atPrimary = _shared.Take(sharedLeft).Concat(_own).Order().TakeWhile(seconds => (area -= seconds) >= 0).Count();
        return work.Middle.Count - atSecondary - atPrimary;
    }

    private double AreaBy(int end) => Enumerable.Range(_first, Math.Max(end - _first, 0)).Sum(primarySlots);

    private int CallsBy(int end)
    {
        int calls = 0;
        for (int second = _first; second + _shortest <= end; second++)
        {
            if (secondaryTakes(second))
            {
                calls += work.Secondary.CallsPerMinute ?? throw new InvalidOperationException("The secondary has no budget of calls.");
                second += 59;
            }
        }

        return calls;
    }
}
