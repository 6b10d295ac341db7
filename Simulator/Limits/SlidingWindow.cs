namespace Workflows.Simulator.Limits;

/// <summary>What was accepted within the last 60 seconds. An entry made at t counts until just before t + 60 s. Not safe for concurrent use.</summary>
internal sealed class SlidingWindow
{
    /// <summary>The length of the window.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private readonly List<Entry> _entries = [];
    private int _first;
    private long _weight;

    /// <summary>The highest count that any window of this length has held. Exact: a count can only reach a new height when an entry is added.</summary>
    public int Peak { get; private set; }

    /// <summary>Adds an entry at <paramref name="now"/>, which must not run backwards.</summary>
    public void Add(TimeSpan now, long weight)
    {
        Forget(now);
        _entries.Add(new Entry(now, weight));
        _weight += weight;
        Peak = Math.Max(Peak, _entries.Count - _first);
    }

    /// <summary>How long it takes until one more entry keeps the count within <paramref name="limit"/>; zero when it does already.</summary>
    public TimeSpan WaitForCount(TimeSpan now, int limit)
    {
        Forget(now);
        var count = _entries.Count - _first;
        return count < limit ? TimeSpan.Zero : _entries[_first + count - limit].At + Length - now;
    }

    /// <summary>How long it takes until an entry of <paramref name="weight"/> keeps the sum within <paramref name="limit"/>; zero when it does already.</summary>
    /// <remarks>A weight that is above the limit on its own waits for an empty window.</remarks>
    public TimeSpan WaitForWeight(TimeSpan now, long weight, long limit)
    {
        Forget(now);
        var sum = _weight;
        var wait = TimeSpan.Zero;
        for (var i = _first; i < _entries.Count && sum + weight > limit; i++)
        {
            sum -= _entries[i].Weight;
            wait = _entries[i].At + Length - now;
        }

        return wait;
    }

    private void Forget(TimeSpan now)
    {
        while (_first < _entries.Count && _entries[_first].At <= now - Length)
        {
            _weight -= _entries[_first++].Weight;
        }

        if (_first > 1024 && _first > _entries.Count / 2)
        {
            _entries.RemoveRange(0, _first);
            _first = 0;
        }
    }

    private readonly record struct Entry(TimeSpan At, long Weight);
}
