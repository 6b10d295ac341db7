namespace Workflows.Shared.Tests.Debate.Comparison;

/// <summary>Samples of known distributions.</summary>
internal static class Draws
{
    public static double[] Many(Random random, int count, Func<Random, double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw(random))];

    /// <summary>Of mean 0.</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Of mean 1.</summary>
    public static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());
}
