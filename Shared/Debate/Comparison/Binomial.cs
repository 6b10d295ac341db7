namespace Workflows.Shared.Debate.Comparison;

/// <summary>The binomial distribution.</summary>
internal static class Binomial
{
    /// <summary>The probabilities of 0 to <paramref name="count"/> successes.</summary>
    /// <param name="count">How many tries there are.</param>
    /// <param name="chance">Of each to succeed, above 0 and below 1.</param>
    public static double[] Probabilities(int count, double chance)
    {
        double[] probabilities = new double[count + 1];
        double ways = 0;
        for (int k = 0; k <= count; k++)
        {
            probabilities[k] = Math.Exp(ways + (k * Math.Log(chance)) + ((count - k) * Math.Log(1 - chance)));
            ways += Math.Log(count - k) - Math.Log(k + 1);
        }

        return probabilities;
    }
}
