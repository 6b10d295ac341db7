using Workflows.Planner.Yardsticks;

namespace Workflows.Planner.Tests.Yardsticks;

/// <summary>
/// The shortest of all schedules of the middle of a small workload: every division of the shared calls and every order in which calls start, each at the earliest moment that its pool's slots and rate
/// and the stages before it allow. Starting a call of such an order earlier never delays another one, so the best schedule is among them.
/// </summary>
internal sealed class BestSchedule
{
    private readonly Workload _work;
    private readonly double[] _ends;
    private readonly List<(double Start, double End)> _primary = [];
    private readonly List<(double Start, double End)> _secondary = [];
    private double _best = double.PositiveInfinity;

    private BestSchedule(Workload work)
    {
        _work = work;
        _ends = new double[work.Middle.Count];
        Array.Fill(_ends, double.NaN);
    }

    public static double Of(Workload work)
    {
        BestSchedule search = new(work);
        search.Continue(0);
        return search._best;
    }

    private void Continue(double end)
    {
        if (end >= _best)
        {
            return;
        }

        if (_ends.All(double.IsFinite))
        {
            _best = end;
            return;
        }

        for (int next = 0; next < _ends.Length; next++)
        {
            WorkCall call = _work.Middle[next];
            if (!double.IsNaN(_ends[next]) || Ready(call) is not { } ready)
            {
                continue;
            }

            if (call.OnPrimary)
            {
                Place(next, ready, call.Primary, _primary, _work.Primary, end);
            }

            if (call.OnSecondary)
            {
                Place(next, ready, call.Secondary, _secondary, _work.Secondary, end);
            }
        }
    }

    private void Place(int call, double ready, double seconds, List<(double Start, double End)> placed, WorkPool pool, double end)
    {
        double start = Math.Max(ready, placed.Count > 0 ? placed[^1].Start : 0);
        if (pool.CallsPerMinute is { } calls && placed.Count >= calls)
        {
            start = Math.Max(start, placed[^calls].Start + 60);
        }

        if (placed.Count >= pool.MaxConcurrent)
        {
            start = Math.Max(start, placed.Select(other => other.End).OrderDescending().ElementAt(pool.MaxConcurrent - 1));
        }

        placed.Add((start, start + seconds));
        _ends[call] = start + seconds;
        Continue(Math.Max(end, start + seconds));
        _ends[call] = double.NaN;
        placed.RemoveAt(placed.Count - 1);
    }

    private double? Ready(WorkCall call)
    {
        double ready = 0;
        for (int other = 0; other < _ends.Length; other++)
        {
            if (_work.Middle[other].Work == call.Work && _work.Middle[other].Stage < call.Stage)
            {
                if (double.IsNaN(_ends[other]))
                {
                    return null;
                }

                ready = Math.Max(ready, _ends[other]);
            }
        }

        return ready;
    }
}
