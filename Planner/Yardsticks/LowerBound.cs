namespace Workflows.Planner.Yardsticks;

/// <summary>
/// The least time in which a <see cref="Workload"/> can be done, whatever the order: the first calls, then the largest of three, then the last calls. The three are
/// the longest chain within a piece of work; the linear program that shares what either pool may do so that both are busy equally long; and the best number of shared
/// calls to take from the secondary, given that its call k starts no earlier than floor((k−1)/N) minutes in and what must follow a pool's calls. Times are seconds.
/// </summary>
public sealed record LowerBound
{
    /// <summary>The bound.</summary>
    public required double Seconds { get; init; }

    /// <summary>What makes it so large, in words.</summary>
    public required string Binds { get; init; }

    /// <summary>The first and the last calls and the longest chain between them.</summary>
    public required double CriticalPath { get; init; }

    /// <summary>With the pools' concurrency and rates alone.</summary>
    public required double Pools { get; init; }

    /// <summary>
    /// What can be expected of the best schedule that does not know beforehand how long each call takes, only its task's average. It is a yardstick, no bound: luck may be
    /// better. It equals <see cref="Seconds"/> where all calls of a task take equally long.
    /// </summary>
    public required double WithoutForesight { get; init; }

    /// <summary>The bound of a workload.</summary>
    public static LowerBound Of(Workload work)
    {
        ArgumentNullException.ThrowIfNull(work);
        double around = work.First.Sum(call => call.Least) + work.Last.Sum(call => call.Least);
        WorkChains chains = new(work.Middle);
        (double areas, string areaWords) = PoolAreas.Least(work);
        (double rates, string rateWords) = PoolRates.Least(work, chains);
        (double pools, string words) = areas > rates ? (areas, areaWords) : (rates, rateWords);
        double least = Math.Max(chains.Longest, pools);
        return new LowerBound
        {
            Seconds = around + least,
            Binds = chains.Longest >= pools ? "the critical path" : words,
            CriticalPath = around + chains.Longest,
            Pools = around + pools,
            WithoutForesight = around + Math.Max(least, PoolRates.Least(work, chains, hasForesight: false).Seconds),
        };
    }
}
