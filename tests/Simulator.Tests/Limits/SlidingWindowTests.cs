using FsCheck;
using FsCheck.Fluent;
using Workflows.Simulator.Limits;

namespace Workflows.Simulator.Tests.Limits;

public class SlidingWindowTests
{
    [Fact]
    public void It_agrees_with_a_naive_window_on_any_sequence_of_calls()
    {
        var steps = Gen.Choose(0, 30_000).ArrayOf();
        Prop.ForAll(steps.ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), (gaps, limit) =>
        {
            var window = new SlidingWindow();
            var accepted = new List<TimeSpan>();
            var now = TimeSpan.Zero;
            foreach (var gap in gaps)
            {
                now += TimeSpan.FromMilliseconds(gap);
                var wait = window.WaitForCount(now, limit);
                var naiveWait = NaiveWait(accepted, now, limit);
                if (wait != naiveWait)
                {
                    return false;
                }

                if (wait == TimeSpan.Zero)
                {
                    window.Add(now, 1);
                    accepted.Add(now);
                }
            }

            return window.Peak == NaivePeak(accepted) && window.Peak <= limit;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_wait_for_weight_is_the_shortest_after_which_the_sum_fits()
    {
        var calls = Gen.Choose(0, 30_000).Zip(Gen.Choose(1, 50), (gap, weight) => (gap, weight)).ArrayOf();
        Prop.ForAll(calls.ToArbitrary(), entries =>
        {
            var window = new SlidingWindow();
            var accepted = new List<(TimeSpan At, int Weight)>();
            var now = TimeSpan.Zero;
            foreach (var (gap, weight) in entries)
            {
                now += TimeSpan.FromMilliseconds(gap);
                var wait = window.WaitForWeight(now, weight, 100);
                var fits = (TimeSpan at) => accepted.Where(entry => entry.At > at - SlidingWindow.Length).Sum(entry => entry.Weight) + weight <= 100;
                if (!fits(now + wait) || (wait > TimeSpan.Zero && fits(now + wait - TimeSpan.FromTicks(1))))
                {
                    return false;
                }

                if (wait == TimeSpan.Zero)
                {
                    window.Add(now, weight);
                    accepted.Add((now, weight));
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_entry_leaves_exactly_sixty_seconds_after_it_came()
    {
        var window = new SlidingWindow();
        window.Add(TimeSpan.FromSeconds(1), 1);

        Assert.Equal(TimeSpan.FromTicks(1), window.WaitForCount(TimeSpan.FromSeconds(61) - TimeSpan.FromTicks(1), 1));
        Assert.Equal(TimeSpan.Zero, window.WaitForCount(TimeSpan.FromSeconds(61), 1));
    }

    private static TimeSpan NaiveWait(List<TimeSpan> accepted, TimeSpan now, int limit)
    {
        var candidates = accepted.Select(at => at + SlidingWindow.Length).Where(at => at > now).Prepend(now).Order();
        return candidates.First(at => accepted.Count(other => other > at - SlidingWindow.Length) < limit) - now;
    }

    private static int NaivePeak(List<TimeSpan> accepted) =>
        accepted.Count == 0 ? 0 : accepted.Max(start => accepted.Count(other => other >= start && other < start + SlidingWindow.Length));
}
