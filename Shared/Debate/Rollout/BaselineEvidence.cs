namespace Workflows.Shared.Debate.Rollout;

/// <summary>
/// The evidence, at any time, that the parallel arm is worse than the sequential one was: for the stage at which nothing runs in sequence any more. The sequential arm of the stage before bounds what to hold
/// parallel against: its pass rate is at least <see cref="Rate"/> (the binomial bound of Chernoff and Hoeffding), and half of its debates took at most <see cref="Seconds"/> (an order statistic, by
/// Hoeffding's inequality). Each of the two bounds fails, and each of the two wagers against "parallel is not worse than the bound" wins by chance, with a quarter of the given level at most.
/// The stakes follow the last hundred debates or so, so that a late decline is seen as soon as an early one.
/// </summary>
public sealed class BaselineEvidence
{
    private const double Memory = 0.99;
    private const double MostStaked = 0.9;

    /// <summary>The pass rate that is enough.</summary>
    public double Rate { get; set; }

    /// <summary>The time that half of the debates may exceed; null: there were too few to say.</summary>
    public double? Seconds { get; set; }

    /// <summary>How many debates the stakes follow.</summary>
    public double Weight { get; set; }

    /// <summary>How many of those passed.</summary>
    public double Passed { get; set; }

    /// <summary>How many of those took longer than <see cref="Seconds"/>.</summary>
    public double Slower { get; set; }

    /// <summary>The natural logarithm of what a wager of 1 on the gate has become.</summary>
    public double GateLog { get; set; }

    /// <summary>The natural logarithm of what a wager of 1 on the time has become.</summary>
    public double TimeLog { get; set; }

    /// <summary>Takes the baseline.</summary>
    /// <param name="figures">The sequential arm; at least one debate.</param>
    /// <param name="seconds">How long its debates took, or the latest of them.</param>
    /// <param name="alpha">The largest tolerated probability of a false alarm.</param>
    public static BaselineEvidence Of(ArmFigures figures, IEnumerable<double> seconds, double alpha)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(seconds);
        double enough = Math.Log(4 / alpha);
        double[] sorted = [.. seconds.Order()];
        int median = (int)Math.Ceiling(sorted.Length * (0.5 + Math.Sqrt(enough / (2 * Math.Max(sorted.Length, 1)))));
        return new BaselineEvidence
        {
            Rate = LowerBound((double)figures.Passed / figures.Count, figures.Count, enough),
            Seconds = median > 0 && median <= sorted.Length ? sorted[median - 1] : null,
        };
    }

    /// <summary>Takes a debate of the parallel arm in.</summary>
    /// <param name="parallel">Its outcome.</param>
    public void Add(ArmOutcome parallel)
    {
        ArgumentNullException.ThrowIfNull(parallel);
        double rate = (Passed + 0.5) / (Weight + 1);
        if (rate < Rate)
        {
            GateLog += parallel.Passed ? Math.Log(rate / Rate) : Math.Log((1 - rate) / (1 - Rate));
        }

        bool slower = parallel.Seconds > Seconds;
        double stake = Seconds is null ? 0 : Math.Clamp((2 * (Slower + 0.5) / (Weight + 1)) - 1, 0, MostStaked);
        TimeLog += Math.Log(1 + (slower ? stake : -stake));
        Weight = (Weight * Memory) + 1;
        Passed = (Passed * Memory) + (parallel.Passed ? 1 : 0);
        Slower = (Slower * Memory) + (slower ? 1 : 0);
    }

    /// <summary>What parallel is worse in, at the level that the baseline was taken at: <c>gate</c>, <c>time</c>; null: nothing is shown.</summary>
    /// <param name="alpha">That level.</param>
    public string? Worse(double alpha)
    {
        double enough = Math.Log(4 / alpha);
        return GateLog >= enough ? "gate" : TimeLog >= enough ? "time" : null;
    }

    /// <summary>The smallest rate at which a share this high is not rarer than exp(-enough).</summary>
    private static double LowerBound(double share, int count, double enough)
    {
        double low = 0;
        double high = share;
        for (int i = 0; i < 60; i++)
        {
            double rate = (low + high) / 2;
            (low, high) = count * Divergence(share, rate) > enough ? (rate, high) : (low, rate);
        }

        return low;
    }

    private static double Divergence(double share, double rate) =>
        (share > 0 ? share * Math.Log(share / rate) : 0) + (share < 1 ? (1 - share) * Math.Log((1 - share) / (1 - rate)) : 0);
}
