namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// The last tickets that can go to one pool only: at most three quarters as many as that pool has slots. They go before the flexible ones of older work. Whatever waits for their answers would otherwise begin
/// when there is nothing left to fill the pool's slots with; a flexible ticket can go elsewhere meanwhile. Pools with a budget of calls have <see cref="BoundDemand"/> for this.
/// </summary>
internal sealed class LastBound
{
    private readonly HashSet<string> _pools;

    public LastBound(IReadOnlyCollection<WaitingTicket> tickets, IEnumerable<FleetPool> pools) => _pools =
    [
        .. pools
            .Where(pool => pool.CallsPerMinute is null && tickets.Count(ticket => ticket.OfferedPool is null && ticket.Pools.Count == 1 && ticket.Pools[0] == pool.Name) * 4 <= pool.MaxConcurrent * 3)
            .Select(pool => pool.Name),
    ];

    public bool Has(WaitingTicket ticket) => ticket.Pools.Count == 1 && _pools.Contains(ticket.Pools[0]);
}
