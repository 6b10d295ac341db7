namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Who can go to one pool only. A ticket with another choice leaves the calls of a budget to them: what a minute's budget has spent comes back with the
/// next minute only, while slots come free all the time, and there it competes by age.
/// </summary>
internal sealed class BoundDemand
{
    /// <summary>How long a ticket with another choice holds back from a scarce budget, in milliseconds.</summary>
    public const long HoldBack = 2_000;

    private readonly Dictionary<(string Pool, CallClass Class), int> _waiting = [];

    public BoundDemand(IEnumerable<WaitingTicket> tickets)
    {
        foreach (WaitingTicket ticket in tickets.Where(ticket => ticket.Pools.Count == 1))
        {
            _waiting[Key(ticket)] = _waiting.GetValueOrDefault(Key(ticket)) + 1;
        }
    }

    /// <summary>A ticket has got its slot.</summary>
    public void Serve(WaitingTicket ticket)
    {
        if (ticket.Pools.Count == 1)
        {
            _waiting[Key(ticket)]--;
        }
    }

    /// <summary>
    /// Whether all that a pool's budget has left is needed by tickets of the same or a higher class that can go nowhere else, or soon may be: once a quarter of it is
    /// spent, who has just asked gives those a moment that are about to. In real time nobody gives moments.
    /// </summary>
    public bool Needs(PoolRoom room, string pool, WaitingTicket ticket, long now) =>
        ticket.Pools.Count > 1 && room.CallsLeft is { } left
        && (left <= Waiting(pool, ticket.Class) || (ticket.Class != CallClass.Realtime && room.IsScarce && now < ticket.Arrival + HoldBack));

    /// <summary>Whether tickets of the same or a higher class wait that can go to a pool only.</summary>
    public bool Waits(string pool, CallClass callClass) => Waiting(pool, callClass) > 0;

    private int Waiting(string pool, CallClass callClass) =>
        Enum.GetValues<CallClass>().Where(other => other <= callClass).Sum(other => _waiting.GetValueOrDefault((pool, other)));

    private static (string Pool, CallClass Class) Key(WaitingTicket ticket) => (ticket.Pools[0], ticket.Class);
}
