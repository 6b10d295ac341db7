namespace Workflows.Runtime.Engine.Timers;

/// <summary>Everything that becomes due at a time, on one timer of the clock. Due entries run in the order of their times.</summary>
internal sealed class TimerQueue : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<TimerEntry, (long Due, long Order)> _entries = new();
    private long _order;
    private bool _disposed;

    public TimerQueue(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the next entry is due, or null.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
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
        List<TimerEntry> due = [];
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            DateTimeOffset now = _time.GetUtcNow();
            while (_entries.TryPeek(out TimerEntry? entry, out _) && (entry.Due <= now || entry.IsCanceled))
            {
                _entries.Dequeue();
                due.Add(entry);
            }

            Arm();
        }

        foreach (TimerEntry entry in due)
        {
            entry.Run();
        }
    }

    private void Arm()
    {
        if (_disposed || !_entries.TryPeek(out TimerEntry? next, out _))
        {
            return;
        }

        // A timer may ring a little before the clock says so: round up, or it would ring again and again until then.
        TimeSpan wait = next.Due - _time.GetUtcNow();
        wait = wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, LongestWait.TotalMilliseconds)));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
