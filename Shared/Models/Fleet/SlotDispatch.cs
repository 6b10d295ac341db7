namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Holds every free slot for the first ticket that can use it: first for classes that are below their share of the pool, then in the plain
/// order. A ticket goes to the first of its pools that is open and has tokens enough.
/// </summary>
internal sealed class SlotDispatch(FleetState state, Dictionary<string, PoolRoom> rooms, TicketOrder order, long claimBy)
{
    private readonly List<FleetInvitation> _invitations = [];
    private readonly TrafficBook _traffic = new(state);
    private BoundDemand _demand = new([]);

    public List<FleetInvitation> Run()
    {
        TakeBackOverdrawn();
        if (rooms.Values.Any(room => room.IsOpen))
        {
            List<WaitingTicket> waiting = [.. state.Tickets.Where(ticket => ticket.OfferedPool is null).Order(order)];
            _demand = new BoundDemand(waiting);
            while ((Next(waiting, onlyBelowShare: true) ?? Next(waiting, onlyBelowShare: false)) is var (ticket, pool))
            {
                waiting.Remove(ticket);
                Offer(ticket, pool, waiting);
            }
        }

        return _invitations;
    }

    /// <summary>Takes back offers for which there is no room any more, the last ones first. Nobody loses the place for that.</summary>
    private void TakeBackOverdrawn()
    {
        foreach ((string pool, PoolRoom room) in rooms.Where(entry => entry.Value.IsOverdrawn))
        {
            foreach (WaitingTicket ticket in state.Tickets.Where(ticket => ticket.Holds(pool)).OrderDescending(order))
            {
                if (!room.IsOverdrawn)
                {
                    break;
                }

                ticket.TakeBack();
                room.GiveBack(ticket);
            }
        }
    }

    /// <summary>Who has the next slot, and where.</summary>
    private (WaitingTicket Ticket, string Pool)? Next(List<WaitingTicket> waiting, bool onlyBelowShare)
    {
        foreach (WaitingTicket ticket in waiting)
        {
            List<string> open = [.. ticket.Pools.Where(pool => rooms.TryGetValue(pool, out PoolRoom? room) && room.Admits(ticket) && !_demand.Needs(room, pool, ticket, state.LastSeen) && !IsLeft(room, pool, ticket))];
            string? chosen = open.Find(pool => rooms[pool].Fits(ticket.Tokens));
            if (open.Count == 0 || (onlyBelowShare && !rooms[chosen ?? open[0]].IsBelowShare(ticket.Class)))
            {
                continue;
            }

            if (chosen is not null)
            {
                return (ticket, chosen);
            }

            open.ForEach(pool => rooms[pool].Close());
        }

        return null;
    }

    /// <summary>A ticket with another pool that works leaves one that takes much less than it should to those that can go nowhere else.</summary>
    private bool IsLeft(PoolRoom room, string pool, WaitingTicket ticket) =>
        room.IsShrunk && _demand.Waits(pool, ticket.Class) && ticket.Pools.Any(other => other != pool && rooms.TryGetValue(other, out PoolRoom? elsewhere) && !elsewhere.IsFailing && !elsewhere.IsShrunk);

    private void Offer(WaitingTicket ticket, string pool, List<WaitingTicket> waiting)
    {
        rooms[pool].Take(ticket);
        _traffic.Give(pool, ticket.Class, rooms[pool].Used(ticket.Class), waiting);
        _demand.Serve(ticket);
        ticket.OfferedPool = pool;
        ticket.ClaimBy = claimBy;
        _invitations.Add(new FleetInvitation { TicketId = ticket.Id, InstanceId = ticket.InstanceId });
    }
}
