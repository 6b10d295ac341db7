namespace Workflows.Shared.Debate.Comparison;

/// <summary>
/// A mean with Student's t interval (Student, The Probable Error of a Mean, Biometrika 6, 1908): exact for samples of a normal distribution, near the confidence for others once there are some dozens.
/// For a paired difference the samples are the pairs' differences.
/// </summary>
internal static class MeanEstimate
{
    /// <summary>The estimate; the interval needs two samples.</summary>
    /// <param name="samples">Finite, in any order.</param>
    public static Estimate Of(IReadOnlyList<double> samples)
    {
        if (samples.Count == 0)
        {
            return Estimate.None;
        }

        // Taken from the first one, so that samples that are all equal have exactly that mean and no spread.
        double mean = samples[0] + samples.Average(sample => sample - samples[0]);
        if (samples.Count == 1)
        {
            return new Estimate { Value = mean };
        }

        double variance = samples.Sum(sample => (sample - mean) * (sample - mean)) / (samples.Count - 1);
        double reach = StudentT.Quantile(Estimate.Confidence, samples.Count - 1) * Math.Sqrt(variance / samples.Count);
        return new Estimate { Value = mean, Low = mean - reach, High = mean + reach };
    }
}
