namespace Workflows.Simulator.Models;

/// <summary>How often each request (task and digest) came, for the latest <see cref="Capacity"/> different ones. Not safe for concurrent use.</summary>
internal sealed class CallLog
{
    /// <summary>How many different requests are remembered.</summary>
    public const int Capacity = 20_000;

    private readonly Dictionary<(string Task, string Digest), CallCount> _counts = [];
    private readonly Queue<(string Task, string Digest)> _order = new();

    /// <summary>What is known of every remembered request, oldest first.</summary>
    public List<CallCount> Snapshot() => [.. _order.Select(key => _counts[key])];

    /// <summary>How often a request was seen before.</summary>
    public int SeenBefore(string task, string digest) => _counts.TryGetValue((task, digest), out var count) ? count.Seen : 0;

    /// <summary>Changes what is known of a request.</summary>
    public void Update(string task, string digest, Func<CallCount, CallCount> change)
    {
        var key = (task, digest);
        if (!_counts.TryGetValue(key, out var count))
        {
            if (_order.Count == Capacity)
            {
                _counts.Remove(_order.Dequeue());
            }

            count = new CallCount { Task = task, Digest = digest };
            _order.Enqueue(key);
        }

        _counts[key] = change(count);
    }
}
