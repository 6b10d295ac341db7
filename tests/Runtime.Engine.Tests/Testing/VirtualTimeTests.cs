namespace Workflows.Runtime.Engine.Testing;

public sealed class VirtualTimeTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void It_stands_still_until_it_is_moved()
    {
        DateTimeOffset start = new(2030, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));
        VirtualTime time = new(start);
        long stamp = time.GetTimestamp();

        Assert.Equal(start, time.GetUtcNow());
        time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(start.AddMinutes(3), time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(3), time.GetElapsedTime(stamp));
    }

    [Fact]
    public void Its_readings_are_in_utc() =>
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (new VirtualTime(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.FromHours(5))).GetUtcNow().Offset, _time.GetLocalNow().Offset));

    [Fact]
    public void Timers_ring_in_the_order_of_their_times_and_read_them_from_the_clock()
    {
        DateTimeOffset start = _time.GetUtcNow();
        List<(string Name, TimeSpan At)> rung = [];
        Set("late", 5);
        Set("early", 2);
        Set("early too", 2);
        Set("later", 20);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal([("early", TimeSpan.FromSeconds(2)), ("early too", TimeSpan.FromSeconds(2)), ("late", TimeSpan.FromSeconds(5))], rung);
        Assert.Equal(start.AddSeconds(20), _time.NextDue);

        void Set(string name, int seconds) => _time.CreateTimer(
            _ => rung.Add((name, _time.GetUtcNow() - start)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_timer_that_is_set_by_another_ones_callback_rings_in_the_same_move()
    {
        int rings = 0;
        ITimer? again = null;
        again = _time.CreateTimer(
            _ =>
            {
                rings++;
                again!.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            },
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(5, rings);
    }

    [Fact]
    public void A_periodic_timer_rings_until_it_is_disposed()
    {
        int rings = 0;
        ITimer timer = _time.CreateTimer(_ => rings++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        _time.Advance(TimeSpan.FromSeconds(6));
        timer.Dispose();
        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal((3, null), (rings, _time.NextDue));
        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task A_timer_without_a_delay_rings_at_once_and_not_on_the_caller()
    {
        TaskCompletionSource<int> rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

        using ITimer timer = _time.CreateTimer(_ => rung.TrySetResult(Environment.CurrentManagedThreadId), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await rung.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_callback_runs_in_the_flow_of_who_set_the_timer()
    {
        AsyncLocal<string> flow = new() { Value = "setter" };
        string? seen = null;
        using ITimer timer = _time.CreateTimer(_ => seen = flow.Value, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        flow.Value = "mover";

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(("setter", "mover"), (seen, flow.Value));
    }

    [Fact]
    public async Task Delays_and_timeouts_follow_it()
    {
        Task delay = Task.Delay(TimeSpan.FromDays(1), _time, TestContext.Current.CancellationToken);
        using CancellationTokenSource timeout = new(TimeSpan.FromDays(2), _time);

        _time.Advance(TimeSpan.FromDays(1));
        await delay;
        Assert.False(timeout.IsCancellationRequested);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void It_does_not_go_back_and_refuses_times_that_are_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(-2), Timeout.InfiniteTimeSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.FromSeconds(-2)));
    }

    [Fact]
    public void A_timer_further_off_than_time_goes_never_rings()
    {
        using ITimer timer = _time.CreateTimer(_ => { }, null, TimeSpan.MaxValue, Timeout.InfiniteTimeSpan);

        Assert.Equal(DateTimeOffset.MaxValue, _time.NextDue);
    }
}
