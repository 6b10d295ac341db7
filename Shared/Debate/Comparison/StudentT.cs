namespace Workflows.Shared.Debate.Comparison;

/// <summary>Student's t distribution with whole degrees of freedom, by its finite series (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4).</summary>
internal static class StudentT
{
    private const int Halvings = 200;

    /// <summary>The t within which, on both sides of 0, a share of the distribution lies.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="degrees">The degrees of freedom, at least 1.</param>
    public static double Quantile(double share, int degrees)
    {
        double low = 0;
        double high = 1;
        while (Central(high, degrees) < share)
        {
            low = high;
            high *= 2;
        }

        for (int i = 0; i < Halvings && low < high; i++)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Central(middle, degrees) < share ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The share of the distribution from -<paramref name="t"/> to <paramref name="t"/>.</summary>
    /// <param name="t">0 or more.</param>
    /// <param name="degrees">The degrees of freedom, at least 1.</param>
    public static double Central(double t, int degrees)
    {
        double angle = Math.Atan2(t, Math.Sqrt(degrees));
        double square = degrees / (degrees + (t * t));
        bool odd = degrees % 2 != 0;
        double term = odd ? Math.Cos(angle) : 1;
        double sum = 0;
        for (int k = odd ? 3 : 2; k <= degrees; k += 2)
        {
            sum += term;
            term *= square * (k - 1) / k;
        }

        return odd ? 2 / Math.PI * (angle + (Math.Sin(angle) * sum)) : Math.Sin(angle) * sum;
    }
}
