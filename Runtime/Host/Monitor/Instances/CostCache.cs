using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>
/// Keeps what instances cost, so that a page that is watched does not have thousands of outputs read with each change. What is final is kept for some minutes: a call below may be
/// restarted or purged by itself. What grows is kept for a moment, the longer the longer it took to count, so that counting takes a small part of the time only.
/// </summary>
/// <param name="time">The real clock.</param>
internal sealed class CostCache(TimeProvider time)
{
    /// <summary>How many instances are kept.</summary>
    internal const int Most = 256;

    /// <summary>A count that took so long is used for this many times as long.</summary>
    internal const int Pause = 20;

    /// <summary>The longest that a sum is used that may have grown.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>How long a final sum is used.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>What an instance cost, counted now or not long ago.</summary>
    /// <param name="head">The instance as it is now.</param>
    /// <param name="count">Counts.</param>
    public CostAnswer? Of(InstanceRecord head, Func<CostCount> count)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(head.Id, out Entry? known) && known.IsOf(head) && time.GetElapsedTime(known.At) < known.Lasts)
            {
                return known.Cost;
            }
        }

        long began = time.GetTimestamp();
        CostCount counted = count();
        TimeSpan pause = time.GetElapsedTime(began) * Pause;
        Entry entry = new(head.Execution, head.Completed, counted.Cost, time.GetTimestamp(), counted.IsFinal ? Kept : pause < LongestPause ? pause : LongestPause);
        lock (_gate)
        {
            _entries[head.Id] = entry;
            if (_entries.Count > Most)
            {
                _entries.Remove(_entries.MinBy(other => other.Value.At).Key);
            }
        }

        return counted.Cost;
    }

    private sealed record Entry(long Execution, DateTimeOffset? Completed, CostAnswer? Cost, long At, TimeSpan Lasts)
    {
        /// <summary>Not when it has ended since, was taken up again or stands for another one: then the sum is another.</summary>
        public bool IsOf(InstanceRecord head) => head.Execution == Execution && head.Completed == Completed;
    }
}
