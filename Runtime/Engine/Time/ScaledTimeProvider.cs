namespace Workflows.Runtime.Engine.Time;

/// <summary>
/// A clock that runs <see cref="Scale"/> times faster than another one: its reading, its timestamps and its timers alike.
/// One instance is shared by host, fleet, model client and simulator, so that all of them speed up together.
/// </summary>
/// <remarks>
/// With <see cref="Origin"/> as the instant where both clocks agree, its reading is origin + (inner reading - origin) * scale.
/// Monotonic as long as the inner clock is.
/// </remarks>
public sealed class ScaledTimeProvider : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly long _originTimestamp;

    /// <summary>Creates a clock that runs <paramref name="scale"/> times faster than <paramref name="inner"/> from now on.</summary>
    /// <param name="inner">The clock that is sped up.</param>
    /// <param name="scale">How many times faster; greater than 0 and at most 100,000.</param>
    /// <param name="start">The reading of the new clock at this instant; the inner clock's own reading when absent.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not in its range.</exception>
    public ScaledTimeProvider(TimeProvider inner, double scale, DateTimeOffset? start = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (!(scale > 0 && scale <= 100_000))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "A time scale must be greater than 0 and at most 100,000.");
        }

        _inner = inner;
        Scale = scale;
        _originTimestamp = inner.GetTimestamp();
        Origin = start ?? inner.GetUtcNow();
    }

    /// <summary>How many times faster this clock runs than the inner one.</summary>
    public double Scale { get; }

    /// <summary>The reading of this clock when it was created.</summary>
    public DateTimeOffset Origin { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Origin + Elapsed();

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(this, _inner.CreateTimer(callback, state, ToInner(dueTime), ToInner(period)));

    private TimeSpan Elapsed() => _inner.GetElapsedTime(_originTimestamp) * Scale;

    private TimeSpan ToInner(TimeSpan scaled) => scaled <= TimeSpan.Zero ? scaled : scaled / Scale;

    private sealed class ScaledTimer(ScaledTimeProvider owner, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(owner.ToInner(dueTime), owner.ToInner(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
