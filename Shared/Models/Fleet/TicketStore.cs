namespace Workflows.Shared.Models.Fleet;

/// <summary>The tickets that are kept, within bounds of number and size.</summary>
internal sealed class TicketStore(List<WaitingTicket> tickets, int maxTickets)
{
    private const int MaxCharacters = 88_000;
    private const int CharactersAround = 90;

    public WaitingTicket? Find(FleetTicket wanted) => tickets.Find(ticket => ticket.Number == wanted.Number && ticket.InstanceId == wanted.InstanceId);

    public void Remove(WaitingTicket ticket) => tickets.Remove(ticket);

    public void Remove(string id) => tickets.RemoveAll(ticket => ticket.Id == id);

    public WaitingTicket Add(FleetTicket ticket, IReadOnlyList<string> pools, long arrival)
    {
        WaitingTicket waiting = new()
        {
            InstanceId = ticket.InstanceId,
            Number = ticket.Number,
            Pools = pools,
            Tokens = Math.Max(ticket.Tokens, 0),
            Class = ticket.Class,
            WorkStamp = ticket.WorkStamp.ToUnixTimeMilliseconds(),
            Arrival = arrival,
        };
        tickets.Add(waiting);
        return waiting;
    }

    /// <summary>
    /// Takes back the offers that were not claimed in time; who let too many pass is dropped until it asks again. For offers that lapse
    /// within <paramref name="late"/> nothing is held any more.
    /// </summary>
    public void LetOffersLapse(long now, long late, int maxUnclaimed)
    {
        foreach (WaitingTicket ticket in tickets.Where(ticket => ticket.OfferedPool is not null && ticket.ClaimBy <= now))
        {
            ticket.TakeBack();
            ticket.Unclaimed++;
        }

        foreach (WaitingTicket ticket in tickets.Where(ticket => ticket.OfferedPool is not null && ticket.ClaimBy <= now + late))
        {
            ticket.IsLate = true;
        }

        tickets.RemoveAll(ticket => ticket.Unclaimed >= maxUnclaimed);
    }

    /// <summary>
    /// While there are too many, drops the last ticket of the longest queue, so that a long queue shuts out neither those who go before it
    /// nor those who go to another pool. Who is dropped keeps its arrival stamp and asks again.
    /// </summary>
    public void MakeRoom(TicketOrder order)
    {
        while ((tickets.Count > maxTickets || tickets.Sum(Size) > MaxCharacters) && Last(order) is { } last)
        {
            tickets.Remove(last);
        }
    }

    private WaitingTicket? Last(TicketOrder order) => tickets.Where(ticket => ticket.OfferedPool is null)
        .GroupBy(ticket => ticket.Pools[0])
        .OrderByDescending(queue => queue.Count())
        .ThenBy(queue => queue.Key, StringComparer.Ordinal)
        .FirstOrDefault()?
        .Max(order);

    // JSON writes anything beyond plain ASCII as six characters.
    private static int Size(WaitingTicket ticket) =>
        CharactersAround + ticket.InstanceId.Sum(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '-' or '.' or '_' or '/' ? 1 : 6) + ticket.Pools.Sum(pool => pool.Length + 3);
}
