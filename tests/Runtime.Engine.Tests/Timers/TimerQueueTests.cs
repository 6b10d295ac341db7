using Workflows.Runtime.Engine.Testing;
using Workflows.Runtime.Engine.Time;

namespace Workflows.Runtime.Engine.Timers;

public sealed class TimerQueueTests
{
    private readonly VirtualTime _time = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Entries_fire_in_the_order_of_their_times_and_each_once()
    {
        using TimerQueue queue = Queue();
        Add(queue, "late", 3);
        Add(queue, "early", 1);
        Add(queue, "middle", 2);
        Add(queue, "early too", 1);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["early", "early too", "middle", "late"], _fired);
    }

    [Fact]
    public void A_cancelled_entry_does_not_fire()
    {
        using TimerQueue queue = Queue();
        queue.Cancel(Add(queue, "cancelled", 1));
        Add(queue, "kept", 2);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["kept"], _fired);
    }

    [Fact]
    public void An_entry_that_is_cancelled_by_one_that_fires_with_it_does_not_fire()
    {
        using TimerQueue queue = Queue();
        TimerEntry? second = null;
        queue.Add(_time.GetUtcNow().AddSeconds(1), () => queue.Cancel(second!));
        second = Add(queue, "second", 1);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Empty(_fired);
    }

    [Fact]
    public void Cancelled_entries_do_not_pile_up()
    {
        using TimerQueue queue = Queue();
        Add(queue, "kept", 5);
        for (int i = 0; i < 100_000; i++)
        {
            queue.Cancel(Add(queue, "cancelled", 1_000_000));
        }

        Assert.InRange(queue.Count, 1, 3000);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["kept"], _fired);
    }

    [Fact]
    public void A_timer_of_ten_years_fires_when_they_are_over()
    {
        using TimerQueue queue = Queue();
        Add(queue, "at last", 10 * 365 * 24 * 3600L);

        _time.Advance(TimeSpan.FromDays(3649));
        Assert.Empty(_fired);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["at last"], _fired);
    }

    private TimerQueue Queue() => new(_time, new EngineClock(_time), new WorkMeter());

    private TimerEntry Add(TimerQueue queue, string name, long seconds) => queue.Add(_time.GetUtcNow().AddSeconds(seconds), () => _fired.Add(name));
}
