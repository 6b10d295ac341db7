namespace Workflows.Shared.Debate.Comparison;

/// <summary>
/// A quantile by nearest rank, with the interval between two order statistics (David and Nagaraja, Order Statistics, 7.1): whatever the distribution is, it covers the quantile at least as often as
/// the confidence says. Each end leaves out at most half of the rest; where no sample is far enough out for that, there is no interval.
/// </summary>
internal static class QuantileEstimate
{
    /// <summary>The estimate. The interval needs 6 samples for the median and 72 for the 95th percentile.</summary>
    /// <param name="sorted">The samples, ascending.</param>
    /// <param name="share">Of the distribution below it: above 0, at most 1. At 1 it is the worst sample, which has no interval: nothing tells how much worse it can come.</param>
    public static Estimate Of(IReadOnlyList<double> sorted, double share)
    {
        int count = sorted.Count;
        if (count == 0)
        {
            return Estimate.None;
        }

        Estimate estimate = new() { Value = sorted[Math.Clamp((int)Math.Ceiling((share * count) - 1e-9), 1, count) - 1] };
        if (share >= 1)
        {
            return estimate;
        }

        const double MostBeyond = (1 - Estimate.Confidence) / 2;
        double[] below = Binomial.Probabilities(count, share);
        int low = Reach(below, MostBeyond);
        int high = Reach([.. below.Reverse()], MostBeyond);
        return low == 0 || high == 0 ? estimate : estimate with { Low = sorted[low - 1], High = sorted[count - high] };
    }

    /// <summary>How many of the first probabilities are together at most <paramref name="most"/>.</summary>
    private static int Reach(double[] probabilities, double most)
    {
        int reached = 0;
        double sum = 0;
        while (reached < probabilities.Length && (sum += probabilities[reached]) <= most)
        {
            reached++;
        }

        return reached;
    }
}
