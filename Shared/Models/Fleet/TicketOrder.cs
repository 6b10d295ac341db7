namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Who comes first: by class; then who did not let an offer pass; who waited beyond patience; whose piece of work is older; who can
/// go to one pool only; who asked first; the smaller id. Patience is that of the whole workflow a ticket comes from: as long as that asks for more, it is
/// being served, and its pieces of work keep their order among themselves.
/// </summary>
internal sealed class TicketOrder : IComparer<WaitingTicket>
{
    private readonly HashSet<string> _impatient;

    public TicketOrder(IEnumerable<WaitingTicket> tickets, long now, TimeSpan patience)
    {
        long waitedSince = now - (long)patience.TotalMilliseconds;
        _impatient = [.. tickets.GroupBy(Origin).Where(origin => origin.Max(ticket => ticket.Arrival) < waitedSince).Select(origin => origin.Key)];
    }

    public int Compare(WaitingTicket? x, WaitingTicket? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int order = x.Class.CompareTo(y.Class);
        order = order != 0 ? order : (x.Unclaimed > 0).CompareTo(y.Unclaimed > 0);
        order = order != 0 ? order : _impatient.Count == 0 ? 0 : _impatient.Contains(Origin(y)).CompareTo(_impatient.Contains(Origin(x)));
        order = order != 0 ? order : x.WorkStamp.CompareTo(y.WorkStamp);
        order = order != 0 ? order : (x.Pools.Count > 1).CompareTo(y.Pools.Count > 1);
        order = order != 0 ? order : x.Arrival.CompareTo(y.Arrival);
        order = order != 0 ? order : string.CompareOrdinal(x.InstanceId, y.InstanceId);
        return order != 0 ? order : x.Number.CompareTo(y.Number);
    }

    /// <summary>The workflow at the root of the calling instances: a child's id begins with its parent's.</summary>
    private static string Origin(WaitingTicket ticket) =>
        ticket.InstanceId.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? ticket.InstanceId[..end] : ticket.InstanceId;
}
