namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Learns from a pool's outcomes how much it can take. Its limit is halved at most once for the calls that were under way together, and grows
/// again by one for as many successes as it counts. Its breaker opens after failures in a row: one call at a time then probes the pool, after
/// delays that double, until one is served; the limit starts small after that and grows with every success.
/// </summary>
internal sealed class PoolGuard(FleetPool pool, PoolHealth health, FleetTimes times)
{
    /// <summary>A call that took more than this share of the pool's time may have waited in the server's own queue: more at once would run out of time there.</summary>
    private const double SlowShareOfTime = 0.5;

    public bool IsFailing => health.Trips > 0;

    /// <summary>Most calls at once, never below 1 and never above what is configured.</summary>
    public int Limit => Math.Clamp(health.Limit ?? pool.MaxConcurrent, 1, pool.MaxConcurrent);

    /// <summary>Nothing may be leased before this time.</summary>
    public long ClosedUntil => IsFailing ? Math.Max(health.ClosedUntil, health.ProbeAt) : health.ClosedUntil;

    public bool IsProbe(HeldLease lease) => IsFailing && lease.GrantedAt > health.OpenedAt;

    /// <summary>Takes in how a lease ended.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="outcome">How it was used.</param>
    /// <param name="held">All leases of the pool, this one among them.</param>
    /// <param name="now">The fleet's time.</param>
    public void Learn(HeldLease lease, FleetOutcome outcome, IReadOnlyCollection<HeldLease> held, long now)
    {
        // A refusal while an earlier call may be being served shows that there is too much at once, not that the pool is dead.
        bool isAlone = !held.Any(other => other.Id != lease.Id && other.GrantedAt <= lease.GrantedAt);
        Learn(outcome.Signal(pool), outcome, lease.GrantedAt, held.Count, isAlone, now);
    }

    /// <summary>Takes in how something ended that was granted at a time.</summary>
    public void Learn(OutcomeSignal signal, FleetOutcome outcome, long grantedAt, int running, bool isAlone, long now)
    {
        if (signal == OutcomeSignal.Refused && outcome.RetryAfterSeconds is > 0 and { } seconds)
        {
            long pause = (long)Math.Ceiling(Math.Min(seconds, times.LongestPause.TotalSeconds) * 1000);
            health.ClosedUntil = Math.Max(health.ClosedUntil, now + pause);
        }

        switch (signal)
        {
            case OutcomeSignal.Served:
                Succeed(outcome.ServerWaiting, outcome.DurationSeconds > pool.TimeoutSeconds * SlowShareOfTime, grantedAt, running, now);
                break;
            case OutcomeSignal.Refused:
                Cut(health.HasGrown ? Math.Min(Limit, running) - 1 : Math.Min(Limit, running) / 2, grantedAt, now);
                Fail(isAlone, grantedAt, now);
                break;
            case OutcomeSignal.TooSlow:
                Cut(outcome.ServerWaiting is { } waiting ? Uncrowded(waiting, running) : Math.Min(Limit, running) / 2, grantedAt, now);
                Fail(true, grantedAt, now);
                health.IsSlow |= IsFailing;
                break;
            case OutcomeSignal.Broken:
                Fail(true, grantedAt, now);
                break;
            case OutcomeSignal.Restarted when grantedAt > health.CutAt:
                // Requests of the process before may still occupy the server.
                StartSlowly(Math.Min(times.SlowStart, Limit), now);
                break;
        }
    }

    private void Succeed(int? waiting, bool isSlow, long grantedAt, int running, long now)
    {
        health.Failures = 0;
        if (IsFailing)
        {
            health.Trips = 0;
            health.OpenedAt = 0;
            health.ProbeAt = 0;
            StartSlowly(isSlow || health.IsSlow ? 1 : times.SlowStart, now);
            health.IsSlow = false;
            return;
        }

        if (grantedAt <= health.CutAt)
        {
            return;
        }

        if (waiting > 0)
        {
            Cut(Uncrowded(waiting.Value, running), grantedAt, now);
        }
        else if (health.Limit is not null && (waiting is not null || !isSlow))
        {
            Grow(isFree: waiting is not null || health.Doubling);
        }
    }

    private void Grow(bool isFree)
    {
        if (++health.Successes < (isFree ? 1 : Limit))
        {
            return;
        }

        health.Successes = 0;
        health.Limit = Limit + 1;
        health.HasGrown = !isFree;
        if (health.Limit >= pool.MaxConcurrent)
        {
            health.Limit = null;
            health.Doubling = false;
        }
    }

    /// <summary>As many as the server works on, when so many wait in its own queue.</summary>
    private int Uncrowded(int waiting, int running) => waiting > 0 ? Math.Min(Limit, running) - waiting : Limit;

    private void Cut(int limit, long grantedAt, long now)
    {
        if (grantedAt <= health.CutAt || limit >= Limit)
        {
            return;
        }

        health.Limit = Math.Max(limit, 1);
        health.Doubling = false;
        health.HasGrown = false;
        health.Successes = 0;
        health.CutAt = now;
    }

    private void Fail(bool counts, long grantedAt, long now)
    {
        bool isProbe = IsFailing && grantedAt > health.OpenedAt;
        if (IsFailing ? !isProbe : !counts)
        {
            return;
        }

        health.Failures++;
        if (!IsFailing && health.Failures < times.BreakAfter)
        {
            return;
        }

        health.OpenedAt = IsFailing ? health.OpenedAt : now;
        health.Trips++;
        health.ProbeAt = now + ProbeDelay();
    }

    private long ProbeDelay()
    {
        double delay = Math.Min(times.FirstProbe.TotalMilliseconds * Math.Pow(2, Math.Min(health.Trips - 1, 30)), times.LongestProbe.TotalMilliseconds);
        uint hash = StableHash.Of(FormattableString.Invariant($"{pool.Name}:{health.OpenedAt}:{health.Trips}"));
        return (long)(delay * (0.75 + (hash % 1000 / 2000.0)));
    }

    private void StartSlowly(int limit, long now)
    {
        health.CutAt = now;
        health.Successes = 0;
        health.Doubling = limit < pool.MaxConcurrent;
        health.Limit = health.Doubling ? limit : null;
    }
}
