namespace Workflows.Orchestrations.Fleet;

/// <summary>How long a call leaves a pool that failed alone: 1, 2, 4 … 30 s and no less than half of that by chance, and never less than the pool asked for.</summary>
internal sealed class PoolRest
{
    private const double FirstSeconds = 1;
    private const double LongestSeconds = 30;
    private const int MostDoublings = 5;

    private int _failures;

    /// <summary>When the pool may be asked again.</summary>
    public DateTime Until { get; private set; }

    /// <summary>Takes in a failure.</summary>
    /// <param name="now">The time of the failure.</param>
    /// <param name="left">The time left to the call: a rest of the call's own choice takes no more than half of it, so that a last try remains.</param>
    /// <param name="askedSeconds">How long the pool asked to wait.</param>
    /// <param name="chance">A number from 0 to 1 that spreads the callers.</param>
    public void Extend(DateTime now, TimeSpan left, double? askedSeconds, double chance)
    {
        double grown = Math.Min(FirstSeconds * Math.Pow(2, Math.Min(_failures++, MostDoublings)), LongestSeconds);
        double chosen = Math.Max(FirstSeconds / 2, Math.Min(grown, left.TotalSeconds / 2)) * (0.5 + (chance / 2));
        Until = now + TimeSpan.FromSeconds(Math.Max(chosen, askedSeconds ?? 0));
    }
}
