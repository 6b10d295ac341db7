namespace Workflows.Runtime.Engine.Testing;

/// <summary>
/// A clock that stands still until it is moved: by <see cref="Advance"/>, or by the <see cref="DurableTestHost"/> that it was given to.
/// Readings, timestamps and timers all follow it, and with them <c>Task.Delay</c>, <c>CancellationTokenSource</c> and whatever else
/// takes a <see cref="TimeProvider"/>. Its time zone is UTC.
/// </summary>
/// <remarks>
/// A timer's callback runs on the thread that moves the clock, in the order of the due times, and reads its own due time from the clock. One that is
/// set to ring at once rings on the thread pool. Safe for use by several threads, but moved by one at a time.
/// </remarks>
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PendingTimers _pending = new();
    private long _now;
    private long _version;
    private int _ringing;
    private object? _mover;

    /// <summary>Creates a clock that says midnight of the first of January 2026, UTC.</summary>
    public VirtualTime()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Creates a clock.</summary>
    /// <param name="start">What it says at first.</param>
    public VirtualTime(DateTimeOffset start) => _now = start.UtcTicks;

    /// <summary>Raised when a timer was set, removed or has rung.</summary>
    internal event Action? Changed;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer of this clock is due, or null when none is set.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _pending.Next is { } next ? At(next.Due) : null;
            }
        }
    }

    /// <summary>As <see cref="NextDue"/>, leaving out the timers of engines: these also ring when nothing is due.</summary>
    internal DateTimeOffset? NextDueBesideEngines
    {
        get
        {
            lock (_gate)
            {
                return _pending.NextBesideEngines is { } next ? At(next.Due) : null;
            }
        }
    }

    /// <summary>The units of work that have a timer set.</summary>
    internal IReadOnlyList<WorkUnit> Owners
    {
        get
        {
            lock (_gate)
            {
                return [.. _pending.Owners];
            }
        }
    }

    /// <summary>Whether a timer's callback runs or is about to, which nobody else knows of.</summary>
    internal bool IsRinging => Volatile.Read(ref _ringing) > 0;

    /// <summary>A number that grows with every change of a timer and every ring.</summary>
    internal long Version => Interlocked.Read(ref _version);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => At(Interlocked.Read(ref _now));

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _now);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Create(callback, state, dueTime, period, isEngines: false);

    /// <summary>Moves the clock and rings what comes due on the way, also timers that are set meanwhile. Waits for nothing that these set going.</summary>
    /// <param name="by">How far; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative: the clock does not go back.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        MoveTo(GetUtcNow() + by);
    }

    /// <summary>As <see cref="Advance"/>, to a reading; does nothing when the clock is there already.</summary>
    internal void MoveTo(DateTimeOffset target)
    {
        while (TakeNext(target.UtcTicks) is { } timer)
        {
            Ring(timer);
        }

        Changed?.Invoke();
    }

    /// <summary>Moves the clock to the next due time and rings one timer alone, the first that was set for it.</summary>
    /// <returns>False when none is set.</returns>
    internal bool RingNext()
    {
        if (TakeNext(long.MaxValue, staysWhenNoneIsDue: true) is not { } timer)
        {
            return false;
        }

        Ring(timer);
        Changed?.Invoke();
        return true;
    }

    /// <summary>Makes somebody the one who moves this clock.</summary>
    /// <returns>False when there is one already.</returns>
    internal bool TryTake(object mover) => Interlocked.CompareExchange(ref _mover, mover, null) is null;

    /// <summary>Undoes <see cref="TryTake"/>, for who has taken it.</summary>
    internal void GiveBack(object mover) => Interlocked.CompareExchange(ref _mover, null, mover);

    internal VirtualTimer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, bool isEngines)
    {
        ArgumentNullException.ThrowIfNull(callback);
        VirtualTimer timer = new(this, callback, state, isEngines);
        Change(timer, dueTime, period);
        return timer;
    }

    internal bool Change(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        long order;
        lock (_gate)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            Unset(timer);
            order = timer.Order;
            timer.Period = period;
            if (dueTime > TimeSpan.Zero)
            {
                Set(timer, dueTime);
            }
            else if (dueTime == TimeSpan.Zero)
            {
                _ringing++;
            }
        }

        if (dueTime == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => RingAtOnce(timer, order), null);
        }

        Changed?.Invoke();
        return true;
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            Unset(timer);
        }

        Changed?.Invoke();
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private void Ring(VirtualTimer timer)
    {
        try
        {
            timer.Ring();
        }
        finally
        {
            HasRung();
        }
    }

    private VirtualTimer? TakeNext(long target, bool staysWhenNoneIsDue = false)
    {
        lock (_gate)
        {
            if (_pending.Next is not { } next || next.Due > target)
            {
                _now = staysWhenNoneIsDue ? _now : Math.Max(_now, target);
                return null;
            }

            _now = Math.Max(_now, next.Due);
            StartRinging(next);
            _ringing++;
            return next;
        }
    }

    private void RingAtOnce(VirtualTimer timer, long order)
    {
        try
        {
            lock (_gate)
            {
                if (timer.IsDisposed || timer.Order != order)
                {
                    // It was set anew before it came to ring.
                    return;
                }

                StartRinging(timer);
            }

            timer.Ring();
        }
        finally
        {
            HasRung();
            Changed?.Invoke();
        }
    }

    private void StartRinging(VirtualTimer timer)
    {
        Unset(timer);
        if (timer.Period > TimeSpan.Zero)
        {
            Set(timer, timer.Period);
        }
    }

    private void HasRung()
    {
        lock (_gate)
        {
            _ringing--;
            _version++;
        }
    }

    private void Set(VirtualTimer timer, TimeSpan dueTime) =>
        _pending.Set(timer, dueTime.Ticks > DateTimeOffset.MaxValue.UtcTicks - _now ? DateTimeOffset.MaxValue.UtcTicks : _now + dueTime.Ticks);

    private void Unset(VirtualTimer timer)
    {
        _pending.Unset(timer);
        _version++;
    }
}
