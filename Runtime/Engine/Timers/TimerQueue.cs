using Workflows.Runtime.Engine.Time;

namespace Workflows.Runtime.Engine.Timers;

/// <summary>Everything that becomes due at a time, on one timer of the clock. Due entries run in the order of their times.</summary>
internal sealed class TimerQueue : IDisposable
{
    // A clock that is set forward, or a machine that slept, is noticed after this long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private const int FewCanceled = 1024;

    private readonly EngineClock _clock;
    private readonly WorkMeter _work;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private PriorityQueue<TimerEntry, (long Due, long Order)> _entries = new();
    private long _order;
    private int _canceled;
    private bool _disposed;

    public TimerQueue(TimeProvider time, EngineClock clock, WorkMeter work)
    {
        _clock = clock;
        _work = work;
        _timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>When the next entry is due, or null.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                DropCanceled();
                return _entries.TryPeek(out TimerEntry? entry, out _) ? entry.Due : null;
            }
        }
    }

    public TimerEntry Add(DateTimeOffset due, Action action)
    {
        TimerEntry entry = new(due, action);
        lock (_gate)
        {
            _entries.Enqueue(entry, (due.UtcTicks, _order++));
            if (ReferenceEquals(_entries.Peek(), entry))
            {
                Arm();
            }
        }

        return entry;
    }

    public void Cancel(TimerEntry entry)
    {
        if (!entry.TryCancel())
        {
            return;
        }

        lock (_gate)
        {
            if (++_canceled > FewCanceled && _canceled > _entries.Count / 2)
            {
                _entries = new(_entries.UnorderedItems.Where(item => !item.Element.IsDone));
                _canceled = 0;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _entries.Clear();
        }

        _timer.Dispose();
    }

    private void Fire()
    {
        _work.Enter();
        try
        {
            TakeDue().ForEach(entry => entry.Run());
        }
        finally
        {
            _work.Leave();
        }
    }

    private List<TimerEntry> TakeDue()
    {
        List<TimerEntry> due = [];
        lock (_gate)
        {
            if (_disposed)
            {
                return due;
            }

            DateTimeOffset now = _clock.Now();
            DropCanceled();
            while (_entries.TryPeek(out TimerEntry? entry, out _) && entry.Due <= now)
            {
                due.Add(_entries.Dequeue());
                DropCanceled();
            }

            Arm();
        }

        return due;
    }

    private void DropCanceled()
    {
        while (_entries.TryPeek(out TimerEntry? entry, out _) && entry.IsDone)
        {
            _entries.Dequeue();
            _canceled = Math.Max(0, _canceled - 1);
        }
    }

    private void Arm()
    {
        if (_disposed || !_entries.TryPeek(out TimerEntry? next, out _))
        {
            return;
        }

        // A timer may ring a little before the clock says so: round up, or it would ring again and again until then.
        TimeSpan wait = next.Due - _clock.Now();
        wait = wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, LongestWait.TotalMilliseconds)));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
