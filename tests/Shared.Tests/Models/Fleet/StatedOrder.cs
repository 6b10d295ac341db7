using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>
/// The stated order, in its plainest form: counts everything anew for every slot. Slots are offered one after the other.
/// First to a class that is below its share of the pool or whose turn it is, then to anybody; among those by class, who let no offer pass, whose workflow has asked
/// for nothing for two minutes, the older work, who can go to one pool only, who asked first, the smaller id. A ticket takes the first of its pools that is open to it:
/// a slot and a call of the budget are free, the pool is not closed, the tokens suffice, and it need not hold back. Who has a choice of pools holds
/// back from a budget of calls while those of its class or a higher one that have none could use up what is left of slots and budget, and
/// (unless in real time) in its first two seconds once a quarter of the budget is spent. It leaves a pool that takes half of what is configured or less to those of its class or a higher one that have
/// none, as long as another of its pools takes more. Who is not below its class's share of the slots leaves what the <see cref="StatedReserve"/> keeps of them for higher classes, and everybody what it keeps of the budgets: a pool
/// that has not enough beside that for one has nothing for those behind it in its class and below. It is the turn of a class that has no slot when enough went to others while it waited; nothing is kept
/// from it then, nor from the probes of a failing pool. Where only tokens are missing, its open pools are kept for it.
/// </summary>
internal sealed class StatedOrder(FleetState state, IReadOnlyList<FleetPool> pools)
{
    private readonly HashSet<string> _kept = [];
    private readonly HashSet<(string Pool, CallClass From)> _short = [];
    private readonly HashSet<string> _forgotten =
        [.. state.Tickets.GroupBy(Workflow).Where(workflow => workflow.All(ticket => ticket.Arrival < state.LastSeen - 120_000)).Select(workflow => workflow.Key)];

    /// <summary>Makes the offers in the state.</summary>
    public List<(string TicketId, string Pool)> Offer()
    {
        List<(string, string)> offers = [];
        while ((Next(belowShare: true) ?? Next(belowShare: false)) is var (ticket, pool))
        {
            ticket.OfferedPool = pool.Name;
            Note(ticket, pool);
            offers.Add((ticket.Id, pool.Name));
        }

        return offers;
    }

    private static string Workflow(WaitingTicket ticket) => ticket.InstanceId.Split(':')[0];

    private (WaitingTicket Ticket, FleetPool Pool)? Next(bool belowShare)
    {
        IEnumerable<WaitingTicket> inOrder = state.Tickets.Where(ticket => ticket.OfferedPool is null)
            .OrderBy(ticket => ticket.Class)
            .ThenBy(ticket => ticket.Unclaimed > 0)
            .ThenBy(ticket => !_forgotten.Contains(Workflow(ticket)))
            .ThenBy(ticket => ticket.WorkStamp)
            .ThenBy(ticket => ticket.Pools.Count > 1)
            .ThenBy(ticket => ticket.Arrival)
            .ThenBy(ticket => ticket.InstanceId, StringComparer.Ordinal)
            .ThenBy(ticket => ticket.Number);
        foreach (WaitingTicket ticket in inOrder)
        {
            List<FleetPool> open = [.. ticket.Pools.Select(name => pools.Single(pool => pool.Name == name)).Where(pool => IsOpen(pool) && IsEnough(ticket, pool) && !HoldsBack(ticket, pool) && !Leaves(ticket, pool))];
            FleetPool? fitting = open.Find(pool => TokensLeft(pool) >= Cost(pool, ticket.Tokens));
            if (open.Count == 0 || (belowShare && !IsBelowShare(fitting ?? open[0], ticket.Class) && !IsTurn(fitting ?? open[0], ticket.Class)))
            {
                continue;
            }

            if (fitting is not null)
            {
                return (ticket, fitting);
            }

            _kept.UnionWith(open.Select(pool => pool.Name));
        }

        return null;
    }

    private bool HoldsBack(WaitingTicket ticket, FleetPool pool)
    {
        if (ticket.Pools.Count == 1 || pool.CallsPerMinute is not { } budget)
        {
            return false;
        }

        bool isNew = ticket.Class != CallClass.Realtime && state.LastSeen - ticket.Arrival < 2_000;
        return Math.Min(Slots(pool), CallsLeft(pool)) <= Bound(ticket, pool) || (isNew && budget - CallsLeft(pool) >= budget / 4.0);
    }

    private bool Leaves(WaitingTicket ticket, FleetPool pool) =>
        TakesLittle(pool) && Bound(ticket, pool) > 0 && pools.Any(other => other != pool && ticket.Pools.Contains(other.Name) && !TakesLittle(other) && !IsFailing(other));

    private int Bound(WaitingTicket ticket, FleetPool pool) =>
        state.Tickets.Count(other => other.OfferedPool is null && other.Pools.Count == 1 && other.Pools[0] == pool.Name && other.Class <= ticket.Class);

    private bool TakesLittle(FleetPool pool) => Limit(pool) <= pool.MaxConcurrent / 2.0;

    private bool IsEnough(WaitingTicket ticket, FleetPool pool)
    {
        StatedReserve reserve = new(state, pool);
        if (_short.Any(entry => entry.Pool == pool.Name && entry.From <= ticket.Class))
        {
            return false;
        }

        if (IsFailing(pool) || IsTurn(pool, ticket.Class))
        {
            return true;
        }

        if (!IsBelowShare(pool, ticket.Class) && Slots(pool) <= reserve.Slots(ticket.Class, Limit(pool), other => Used(pool, other)))
        {
            return false;
        }

        bool isEnough = !reserve.IsNeeded(ticket.Class)
            || (CallsLeft(pool) - 1 >= reserve.Calls(ticket.Class) && TokensLeft(pool) - Cost(pool, ticket.Tokens) >= reserve.Tokens(ticket.Class));
        if (!isEnough)
        {
            _short.Add((pool.Name, ticket.Class));
        }

        return isEnough;
    }

    private void Note(WaitingTicket ticket, FleetPool pool)
    {
        ClassTraffic served = StatedTraffic.Of(state.Traffic, pool.Name, ticket.Class, state.LastSeen);
        served.Most = Math.Max(served.Most, Used(pool, ticket.Class));
        served.Passed = 0;
        foreach (CallClass other in Enum.GetValues<CallClass>().Where(other => other != ticket.Class && state.Tickets.Exists(waits => waits.OfferedPool is null && waits.Class == other && waits.Pools.Contains(pool.Name))))
        {
            StatedTraffic.Of(state.Traffic, pool.Name, other, state.LastSeen).Passed++;
        }
    }

    private bool IsOpen(FleetPool pool) =>
        !_kept.Contains(pool.Name) && Slots(pool) > 0 && CallsLeft(pool) > 0 && Math.Max(Health(pool).ClosedUntil, IsFailing(pool) ? Health(pool).ProbeAt : 0) <= state.LastSeen;

    private int Slots(FleetPool pool)
    {
        int taken = Leases(pool).Count() + Held(pool).Count();
        return IsFailing(pool)
            ? Math.Min(pool.MaxConcurrent - taken, 1 - Leases(pool).Count(lease => lease.GrantedAt > Health(pool).OpenedAt) - Held(pool).Count())
            : Limit(pool) - taken;
    }

    private long CallsLeft(FleetPool pool) => pool.CallsPerMinute is { } budget ? budget - state.Charges[pool.Name].Sum(charge => charge.Calls) - Held(pool).Count() : long.MaxValue;

    private long TokensLeft(FleetPool pool) =>
        pool.TokensPerMinute is { } budget ? budget - state.Charges[pool.Name].Sum(charge => charge.Tokens) - Held(pool).Sum(ticket => Cost(pool, ticket.Tokens)) : long.MaxValue;

    private int Used(FleetPool pool, CallClass callClass) => Leases(pool).Count(lease => lease.Class == callClass) + Held(pool).Count(ticket => ticket.Class == callClass);

    private bool IsBelowShare(FleetPool pool, CallClass callClass) => Used(pool, callClass) < pool.Shares.SlotsOf(callClass, Limit(pool));

    private bool IsTurn(FleetPool pool, CallClass callClass) => Used(pool, callClass) == 0 && new StatedReserve(state, pool).IsTurn(callClass);

    private int Limit(FleetPool pool) => Math.Clamp(Health(pool).Limit ?? pool.MaxConcurrent, 1, pool.MaxConcurrent);

    private bool IsFailing(FleetPool pool) => Health(pool).Trips > 0;

    private PoolHealth Health(FleetPool pool) => state.Health.GetValueOrDefault(pool.Name) ?? new PoolHealth();

    private IEnumerable<HeldLease> Leases(FleetPool pool) => state.Leases.Where(lease => lease.Pool == pool.Name);

    private IEnumerable<WaitingTicket> Held(FleetPool pool) => state.Tickets.Where(ticket => ticket.OfferedPool == pool.Name && !ticket.IsLate);

    private static int Cost(FleetPool pool, int tokens) => pool.TokensPerMinute is { } budget ? Math.Min(tokens, budget) : 0;
}
