namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// The exact log of what a pool's budgets were charged. A charge counts from the moment it is made until 60 seconds and a margin after
/// its stamp. Budgets of many calls are stamped on a grid, rounded up, so that the log stays small: never too early, at most a quarter second late.
/// </summary>
internal sealed class ChargeLog(FleetPool pool, List<FleetCharge> charges, TimeSpan margin)
{
    private const int ExactUpTo = 240;
    private const long CoarseGrid = 250;

    private readonly long _window = 60_000 + (long)Math.Ceiling(margin.TotalMilliseconds);
    private readonly long _grid = pool.CallsPerMinute <= ExactUpTo ? 1 : CoarseGrid;

    /// <summary>False when the pool has no budgets and nothing needs to be noted.</summary>
    public bool IsKept => pool.CallsPerMinute is not null || pool.TokensPerMinute is not null;

    public int Calls => charges.Sum(charge => charge.Calls);

    public long Tokens => charges.Sum(charge => charge.Tokens);

    public void Add(long stamp, int tokens, int calls = 1)
    {
        if (!IsKept)
        {
            return;
        }

        long at = OnGrid(stamp);
        if (charges.Find(charge => charge.At == at) is not { } existing)
        {
            charges.Add(existing = new FleetCharge { At = at, Calls = 0 });
        }

        existing.Calls += calls;
        existing.Tokens += pool.TokensPerMinute is null ? 0 : tokens;
    }

    /// <summary>Takes a charge back.</summary>
    /// <returns>False when it has been freed already.</returns>
    public bool Remove(long stamp, int tokens, int calls = 1)
    {
        long at = OnGrid(stamp);
        if (charges.Find(charge => charge.At == at) is not { } existing)
        {
            return false;
        }

        existing.Tokens -= pool.TokensPerMinute is null ? 0 : tokens;
        existing.Calls -= calls;
        if (existing.Calls == 0)
        {
            charges.Remove(existing);
        }

        return true;
    }

    public void FreeOld(long now) => charges.RemoveAll(charge => charge.At + _window <= now);

    /// <summary>When so many calls and tokens will have been freed; null when they never will.</summary>
    public long? FreedAt(long calls, long tokens)
    {
        foreach (FleetCharge charge in InOrder())
        {
            calls -= charge.Calls;
            tokens -= charge.Tokens;
            if (calls <= 0 && tokens <= 0)
            {
                return FreedAt(charge);
            }
        }

        return null;
    }

    /// <summary>When a charge counts no more.</summary>
    public long FreedAt(FleetCharge charge) => charge.At + _window;

    /// <summary>The charges, the first to be freed first.</summary>
    public IEnumerable<FleetCharge> InOrder() => charges.OrderBy(charge => charge.At);

    private long OnGrid(long stamp) => (stamp + _grid - 1) / _grid * _grid;
}
