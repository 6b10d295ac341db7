namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Who comes first: by class; then who did not let an offer pass; who waited beyond patience; whose piece of work is older; who can
/// go to one pool only; who asked first; the smaller id.
/// </summary>
internal sealed class TicketOrder(long now, TimeSpan patience) : IComparer<WaitingTicket>
{
    private readonly long _waitedSince = now - (long)patience.TotalMilliseconds;

    public int Compare(WaitingTicket? x, WaitingTicket? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int order = x.Class.CompareTo(y.Class);
        order = order != 0 ? order : (x.Unclaimed > 0).CompareTo(y.Unclaimed > 0);
        order = order != 0 ? order : (y.Arrival < _waitedSince).CompareTo(x.Arrival < _waitedSince);
        order = order != 0 ? order : x.WorkStamp.CompareTo(y.WorkStamp);
        order = order != 0 ? order : (x.Pools.Count > 1).CompareTo(y.Pools.Count > 1);
        order = order != 0 ? order : x.Arrival.CompareTo(y.Arrival);
        order = order != 0 ? order : string.CompareOrdinal(x.InstanceId, y.InstanceId);
        return order != 0 ? order : x.Number.CompareTo(y.Number);
    }
}
