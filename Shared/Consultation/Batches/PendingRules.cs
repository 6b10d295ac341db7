namespace Workflows.Shared.Consultation;

/// <summary>
/// When the analysis of what waits is started, and how much at once. As many as <see cref="ConsultationOptions.RunAt"/> start a run at once, the timer one of whatever waits;
/// the urgent go first. A run is as large as the observed rate gets done before the next timer, and only so many run at once as keep the models busy.
/// </summary>
public static class PendingRules
{
    /// <summary>The timer's interval.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <summary>How long after a full run those are started that came too late for it.</summary>
    public static readonly TimeSpan Straggling = TimeSpan.FromSeconds(5);

    /// <summary>What one consultation takes while nothing was observed: the document's 15 to 20 seconds.</summary>
    public const double AssumedSeconds = 18.5;

    /// <summary>The reason of a run for which enough waited.</summary>
    public const string Full = "full";

    /// <summary>The reason of a run that the timer starts, or what sweeps up stragglers.</summary>
    public const string Timer = "timer";

    private const int LargestRun = 200;
    private const int FewestRuns = 2;
    private const double Weight = 0.3;

    /// <summary>Takes the next run out of what waits, if one may start now.</summary>
    /// <param name="state">What waits; changed.</param>
    /// <param name="runAt">How many start a run.</param>
    /// <param name="slots">How many calls the models of the analysis take at once.</param>
    public static AnalysisRun? Next(PendingState state, int runAt, int slots)
    {
        ArgumentNullException.ThrowIfNull(state);
        int size = Size(state, runAt);
        int most = Math.Max(FewestRuns, (2 * slots + size - 1) / size);
        bool isFull = state.Waiting.Count >= runAt;
        if (state.Running.Count >= most || (!isFull && state.Due == 0) || state.Waiting.Count == 0)
        {
            return null;
        }

        List<ConsultationWork> taken = [.. state.Waiting.OrderByDescending(work => work.Priority).ThenBy(work => work.AcceptedAt).Take(size)];
        HashSet<(string, int)> gone = [.. taken.Select(work => (work.BatchId, work.Index))];
        state.Due = state.Waiting.Take(state.Due).Count(work => !gone.Contains((work.BatchId, work.Index)));
        state.Waiting.RemoveAll(work => gone.Contains((work.BatchId, work.Index)));
        state.Running[++state.Runs] = taken.Count;
        return new AnalysisRun { Number = state.Runs, Consultations = taken, Reason = isFull ? Full : Timer };
    }

    /// <summary>Takes in how long a run took.</summary>
    /// <param name="state">Changed.</param>
    /// <param name="ended">The run; one that is not known has ended before.</param>
    public static void End(PendingState state, AnalysisRunEnd ended)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(ended);
        int beside = Math.Max(state.Running.Count, 1);
        if (state.Running.Remove(ended.Number, out int count) && count > 0)
        {
            double each = Math.Max(ended.Seconds, 0) / count / beside;
            state.SecondsEach = state.SecondsEach is { } known ? known + (Weight * (each - known)) : each;
        }
    }

    /// <summary>When a batch that comes now should be done: what is before it and itself at the observed rate, begun at once when enough waits, else by the next timer.</summary>
    /// <param name="state">What waits.</param>
    /// <param name="count">The batch's consultations.</param>
    /// <param name="runAt">How many start a run.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset Estimate(PendingState state, int count, int runAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        double seconds = (state.Length + count) * (state.SecondsEach ?? AssumedSeconds);
        DateTimeOffset begins = state.Waiting.Count + count >= runAt || state.Due > 0 ? now : new DateTimeOffset((now.UtcTicks / Interval.Ticks + 1) * Interval.Ticks, TimeSpan.Zero);
        DateTimeOffset ends = begins + TimeSpan.FromSeconds(seconds);
        return new DateTimeOffset((ends.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }

    private static int Size(PendingState state, int runAt) =>
        Math.Clamp((int)(Interval.TotalSeconds / Math.Max(state.SecondsEach ?? AssumedSeconds, 0.001)), runAt, Math.Max(LargestRun, runAt));
}
