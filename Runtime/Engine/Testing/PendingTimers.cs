namespace Workflows.Runtime.Engine.Testing;

/// <summary>The timers of a clock that are set, in the order in which they ring. Not safe for use by several threads at once.</summary>
internal sealed class PendingTimers
{
    private readonly SortedSet<VirtualTimer> _timers = new(Comparer<VirtualTimer>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Order.CompareTo(b.Order)));

    private long _order;

    public VirtualTimer? Next => _timers.Min;

    /// <summary>The next one that is not an engine's.</summary>
    public VirtualTimer? NextBesideEngines => _timers.FirstOrDefault(timer => !timer.IsEngines);

    public IEnumerable<WorkUnit> Owners => _timers.Select(timer => timer.Owner).OfType<WorkUnit>();

    public void Set(VirtualTimer timer, long due)
    {
        timer.Due = due;
        timer.IsPending = true;
        _timers.Add(timer);
    }

    /// <summary>Takes a timer out, if it is set, and gives it a new number: timers of one time ring in the order in which they were set.</summary>
    public void Unset(VirtualTimer timer)
    {
        if (timer.IsPending)
        {
            _timers.Remove(timer);
            timer.IsPending = false;
        }

        timer.Order = ++_order;
    }
}
