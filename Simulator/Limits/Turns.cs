namespace Workflows.Simulator.Limits;

/// <summary>When accepted calls are worked on, where only so many are at once. Not safe for concurrent use.</summary>
internal sealed class Turns
{
    private readonly PriorityQueue<TimeSpan, TimeSpan> _busyUntil = new();

    /// <summary>Takes the next turn.</summary>
    /// <param name="now">The time; it must not run backwards.</param>
    /// <param name="work">How long the work takes.</param>
    /// <param name="parallel">How many are worked on at once; null: all.</param>
    /// <returns>The wait and the work.</returns>
    public TimeSpan Take(TimeSpan now, TimeSpan work, int? parallel)
    {
        if (parallel is not { } atOnce)
        {
            return work;
        }

        while (_busyUntil.TryPeek(out var ended, out _) && ended <= now)
        {
            _busyUntil.Dequeue();
        }

        // After a change to fewer at once, all that are too many have to end first.
        var start = now;
        while (_busyUntil.Count >= atOnce)
        {
            start = _busyUntil.Dequeue();
        }

        var end = start + work;
        _busyUntil.Enqueue(end, end);
        return end - now;
    }
}
