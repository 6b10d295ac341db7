namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Holds every free slot for the first ticket that can use it: first for classes that are below their share of the pool, then in the plain
/// order. A ticket goes to the first of its pools that is open and has tokens enough.
/// </summary>
internal sealed class SlotDispatch(FleetState state, Dictionary<string, PoolRoom> rooms, TicketOrder order, long claimBy)
{
    private readonly List<FleetInvitation> _invitations = [];

    public List<FleetInvitation> Run()
    {
        TakeBackOverdrawn();
        if (rooms.Values.Any(room => room.IsOpen))
        {
            List<WaitingTicket> waiting = [.. state.Tickets.Where(ticket => ticket.OfferedPool is null).Order(order)];
            Offer(waiting, onlyBelowShare: true);
            Offer(waiting, onlyBelowShare: false);
        }

        return _invitations;
    }

    /// <summary>Takes back offers for which there is no room any more, the last ones first. Nobody loses the place for that.</summary>
    private void TakeBackOverdrawn()
    {
        foreach ((string pool, PoolRoom room) in rooms.Where(entry => entry.Value.IsOverdrawn))
        {
            foreach (WaitingTicket ticket in state.Tickets.Where(ticket => ticket.OfferedPool == pool).OrderDescending(order))
            {
                if (!room.IsOverdrawn)
                {
                    break;
                }

                ticket.OfferedPool = null;
                ticket.ClaimBy = 0;
                room.GiveBack(ticket);
            }
        }
    }

    private void Offer(List<WaitingTicket> waiting, bool onlyBelowShare)
    {
        foreach (WaitingTicket ticket in waiting.Where(ticket => ticket.OfferedPool is null))
        {
            List<string> open = [.. ticket.Pools.Where(pool => rooms.TryGetValue(pool, out PoolRoom? room) && room.IsOpen)];
            if (open.Count == 0 || (onlyBelowShare && !rooms[open[0]].IsBelowShare(ticket.Class)))
            {
                continue;
            }

            if (open.Find(pool => rooms[pool].Fits(ticket.Tokens)) is not { } chosen)
            {
                open.ForEach(pool => rooms[pool].Close());
                continue;
            }

            rooms[chosen].Take(ticket);
            ticket.OfferedPool = chosen;
            ticket.ClaimBy = claimBy;
            _invitations.Add(new FleetInvitation { TicketId = ticket.Id, InstanceId = ticket.InstanceId });
        }
    }
}
