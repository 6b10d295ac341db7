using Workflows.Planner.Running;
using Workflows.Runtime.Engine.Testing;

namespace Workflows.Planner.Tests.Running;

public sealed class WaitTimerTests
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    private readonly VirtualTime _time = new();
    private readonly WaitClock _clock;
    private int _rings;

    public WaitTimerTests() => _clock = new WaitClock(_time);

    [Fact]
    public void Whoever_is_told_that_one_waits_and_moves_the_clock_at_once_rings_its_timer()
    {
        _clock.Waits += () => _time.Advance(FiveSeconds);

        using ITimer timer = Set(FiveSeconds);

        Assert.Equal((1, 0), (_rings, _clock.Waiting));
    }

    [Fact]
    public void One_waits_from_the_setting_of_a_timer_until_it_rings()
    {
        using ITimer timer = Set(FiveSeconds);
        int set = _clock.Waiting;
        _time.Advance(FiveSeconds);
        int rung = _clock.Waiting;
        timer.Change(FiveSeconds, Timeout.InfiniteTimeSpan);
        timer.Change(FiveSeconds * 2, Timeout.InfiniteTimeSpan);

        Assert.Equal((1, 0, 1), (set, rung, _clock.Waiting));
    }

    [Fact]
    public void Nobody_waits_for_a_timer_that_is_disposed_of_also_when_it_is_set_again()
    {
        ITimer timer = Set(FiveSeconds);
        timer.Dispose();

        Assert.False(timer.Change(FiveSeconds, Timeout.InfiniteTimeSpan));
        Assert.Equal(0, _clock.Waiting);
    }

    private ITimer Set(TimeSpan dueTime) => _clock.CreateTimer(_ => _rings++, null, dueTime, Timeout.InfiniteTimeSpan);
}
