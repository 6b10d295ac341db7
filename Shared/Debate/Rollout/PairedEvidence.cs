namespace Workflows.Shared.Debate.Rollout;

/// <summary>
/// The evidence, at any time, that the parallel arm is worse than the sequential one. Outcomes of the two arms are taken in pairs, in the order of their coming; each pair multiplies two wagers against
/// "not worse", one on the gate and one on the time, whose stakes are set before the pair is seen. If parallel is not worse, a wager of 1 exceeds 1/α at any time with a probability of at most α (Ville's
/// inequality), however often it is looked at. The gate's wager is the two-sample e-variable of Turner, Ly and Grünwald, "Generic E-variables for exact sequential k-sample tests that allow for optional
/// stopping" (2021), with one of each arm to a block, and nothing staked while parallel does not look worse; the time's is a wager on the sign of the difference (Shafer, "Testing by betting", 2021).
/// </summary>
public sealed class PairedEvidence
{
    private const double Prior = 0.18;
    private const double MostStaked = 0.9;

    /// <summary>Pairs taken in since the last <see cref="Restake"/>.</summary>
    public int Pairs { get; set; }

    /// <summary>Pairs in which parallel passed.</summary>
    public int ParallelPassed { get; set; }

    /// <summary>Pairs in which sequential passed.</summary>
    public int SequentialPassed { get; set; }

    /// <summary>Pairs in which parallel took longer.</summary>
    public int ParallelSlower { get; set; }

    /// <summary>Pairs in which it did not take equally long.</summary>
    public int Unequal { get; set; }

    /// <summary>The natural logarithm of what a wager of 1 on the gate has become.</summary>
    public double GateLog { get; set; }

    /// <summary>The natural logarithm of what a wager of 1 on the time has become.</summary>
    public double TimeLog { get; set; }

    /// <summary>Takes a pair in.</summary>
    /// <param name="parallel">The outcome of the parallel arm.</param>
    /// <param name="sequential">The outcome of the sequential arm.</param>
    public void Add(ArmOutcome parallel, ArmOutcome sequential)
    {
        ArgumentNullException.ThrowIfNull(parallel);
        ArgumentNullException.ThrowIfNull(sequential);
        GateLog += GateWager(parallel.Passed, sequential.Passed);
        Pairs++;
        ParallelPassed += parallel.Passed ? 1 : 0;
        SequentialPassed += sequential.Passed ? 1 : 0;
        if (parallel.Seconds != sequential.Seconds)
        {
            bool slower = parallel.Seconds > sequential.Seconds;
            double share = (ParallelSlower + 0.5) / (Unequal + 1);
            double stake = Math.Clamp((2 * share) - 1, 0, MostStaked);
            TimeLog += Math.Log(1 + (slower ? stake : -stake));
            Unequal++;
            ParallelSlower += slower ? 1 : 0;
        }
    }

    /// <summary>Sets the stakes by what is seen from now on; what was won or lost stays.</summary>
    public void Restake() => (Pairs, ParallelPassed, SequentialPassed, ParallelSlower, Unequal) = (0, 0, 0, 0, 0);

    /// <summary>What parallel is worse in, at a level: <c>gate</c>, <c>time</c>; null: nothing is shown.</summary>
    /// <param name="alpha">The largest tolerated probability of a false alarm, over both and for all time.</param>
    public string? Worse(double alpha)
    {
        // Half of the level for each of the two.
        double enough = Math.Log(2 / alpha);
        return GateLog >= enough ? "gate" : TimeLog >= enough ? "time" : null;
    }

    private double GateWager(bool parallel, bool sequential)
    {
        double a = (ParallelPassed + Prior) / (Pairs + (2 * Prior));
        double b = (SequentialPassed + Prior) / (Pairs + (2 * Prior));
        if (a >= b)
        {
            return 0;
        }

        double same = (a + b) / 2;
        return Log(a, parallel) + Log(b, sequential) - Log(same, parallel) - Log(same, sequential);
    }

    private static double Log(double rate, bool passed) => Math.Log(passed ? rate : 1 - rate);
}
