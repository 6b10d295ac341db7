namespace Workflows.Planner.Yardsticks;

/// <summary>
/// The least time in which a <see cref="Workload"/> can be done, whatever the order: the first calls, then the largest of three, then the last calls. The three are
/// the longest chain within a piece of work; the linear program that shares what either pool may do so that both are busy equally long; and the best number of shared
/// calls to take from the secondary, given that its call k starts no earlier than floor((k−1)/N) minutes in. Times are seconds.
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

    /// <summary>The bound of a workload.</summary>
    public static LowerBound Of(Workload work)
    {
        ArgumentNullException.ThrowIfNull(work);
        double around = work.First.Sum(call => call.Least) + work.Last.Sum(call => call.Least);
        double chain = Chain(work.Middle);
        (double areas, string areaWords) = PoolAreas.Least(work);
        (double rates, string rateWords) = PoolRates.Least(work);
        (double pools, string words) = areas > rates ? (areas, areaWords) : (rates, rateWords);
        return new LowerBound
        {
            Seconds = around + Math.Max(chain, pools),
            Binds = chain >= pools ? "the critical path" : words,
            CriticalPath = around + chain,
            Pools = around + pools,
        };
    }

    private static double Chain(IReadOnlyList<WorkCall> calls) => calls
        .GroupBy(call => call.Work)
        .Select(piece => piece.GroupBy(call => call.Stage).Sum(stage => stage.Max(call => call.Least)))
        .DefaultIfEmpty()
        .Max();
}
