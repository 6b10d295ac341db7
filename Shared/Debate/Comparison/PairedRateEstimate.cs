namespace Workflows.Shared.Debate.Comparison;

/// <summary>
/// The difference of two rates over the same pairs, with the score interval of Tango (Equivalence Test and Confidence Interval for the Difference in Proportions for the Paired-Sample Design,
/// Statistics in Medicine 17, 1998): within -1 and 1, and never a point, also when all pairs agree.
/// </summary>
internal static class PairedRateEstimate
{
    private const int Halvings = 60;

    /// <summary>The estimate of the first rate minus the second one.</summary>
    /// <param name="pairs">Whether it was so for the first and for the second one of each pair.</param>
    public static Estimate Of(IReadOnlyCollection<(bool First, bool Second)> pairs) =>
        Of(pairs.Count(pair => pair.First && !pair.Second), pairs.Count(pair => pair.Second && !pair.First), pairs.Count);

    /// <summary>The estimate.</summary>
    /// <param name="firstOnly">Pairs in which it was so for the first one alone.</param>
    /// <param name="secondOnly">Pairs in which it was so for the second one alone.</param>
    /// <param name="count">All pairs.</param>
    public static Estimate Of(int firstOnly, int secondOnly, int count)
    {
        if (count == 0)
        {
            return Estimate.None;
        }

        double value = (double)(firstOnly - secondOnly) / count;
        return new Estimate
        {
            Value = value,
            Low = firstOnly - secondOnly == -count ? -1 : End(-1, value, difference => Score(firstOnly, secondOnly, count, difference) > Estimate.Z),
            High = firstOnly - secondOnly == count ? 1 : End(1, value, difference => Score(firstOnly, secondOnly, count, difference) < -Estimate.Z),
        };
    }

    private static double End(double outside, double inside, Func<double, bool> isRejected)
    {
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (outside + inside) / 2;
            (outside, inside) = isRejected(middle) ? (middle, inside) : (outside, middle);
        }

        return inside;
    }

    /// <summary>How many standard errors the pairs lie from a supposed difference, the chance of the second one alone being the most likely one under it.</summary>
    private static double Score(int firstOnly, int secondOnly, int count, double difference)
    {
        double linear = (((2.0 * count) - firstOnly + secondOnly) * difference) - firstOnly - secondOnly;
        double constant = -secondOnly * difference * (1 - difference);
        double chance = (Math.Sqrt(Math.Max(0, (linear * linear) - (8.0 * count * constant))) - linear) / (4.0 * count);
        double variance = count * ((2 * chance) + (difference * (1 - difference)));
        double distance = firstOnly - secondOnly - (count * difference);
        return variance > 0 ? distance / Math.Sqrt(variance) : distance == 0 ? 0 : double.CopySign(double.PositiveInfinity, distance);
    }
}
