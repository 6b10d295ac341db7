namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// The rules of admission over a <see cref="FleetState"/>. It computes only: the same state, operation and time give the same answer.
/// At every moment a pool has at most its concurrency of leases and held slots, and at most its budget of calls and tokens in any 60 seconds,
/// as long as requests are sent within their leases. Every operation may be repeated; unknown ids do nothing; time never goes back.
/// </summary>
public sealed class FleetAdmission
{
    private readonly FleetState _state;
    private readonly FleetTimes _times;
    private readonly List<FleetPool> _pools;
    private readonly Dictionary<string, ChargeLog> _logs = [];
    private readonly TicketStore _tickets;

    /// <summary>Puts the rules over a state, which they change in place.</summary>
    /// <param name="state">The state.</param>
    /// <param name="pools">The pools with their limits.</param>
    /// <param name="times">The times of the protocol.</param>
    public FleetAdmission(FleetState state, IReadOnlyList<FleetPool> pools, FleetTimes times)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(pools);
        ArgumentNullException.ThrowIfNull(times);
        _state = state;
        _times = times;
        _pools = [.. pools];
        _tickets = new TicketStore(state.Tickets, times.MaxTickets);
        foreach (FleetPool pool in pools)
        {
            if (!state.Charges.TryGetValue(pool.Name, out List<FleetCharge>? charges))
            {
                state.Charges.Add(pool.Name, charges = []);
            }

            _logs.Add(pool.Name, new ChargeLog(pool, charges, times.WindowMargin));
        }
    }

    /// <summary>
    /// Asks for a lease; asking again with the same ticket is the way to claim what was offered, and gives the same lease while it lasts.
    /// </summary>
    /// <param name="ticket">The wish.</param>
    /// <param name="now">The clock's time.</param>
    public FleetAnswer Acquire(FleetTicket ticket, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        Advance(now);
        List<string> pools = [.. ticket.Pools.Where(_logs.ContainsKey).Distinct()];
        DateTimeOffset arrival = ticket.Arrival is { } stamp && Milliseconds(stamp) <= _state.LastSeen ? stamp : FromMilliseconds(_state.LastSeen);
        FleetAnswer answer = new() { Arrival = arrival, Candidates = pools };
        if (_state.Leases.Find(lease => lease.Id == ticket.Id) is { } held)
        {
            return answer with { Lease = Describe(held), Invitations = Dispatch() };
        }

        if (pools.Count == 0)
        {
            return answer with { Refused = $"None of the pools [{string.Join(", ", ticket.Pools)}] is in this fleet.", Invitations = Dispatch() };
        }

        WaitingTicket waiting = _tickets.Find(ticket) ?? _tickets.Add(ticket, pools, Milliseconds(arrival));
        waiting.Unclaimed = 0;
        waiting.Pools = pools;
        List<FleetInvitation> invitations = Dispatch();
        if (waiting.OfferedPool is not null)
        {
            invitations.RemoveAll(invitation => invitation.TicketId == ticket.Id);
            return answer with { Lease = Grant(waiting), Invitations = invitations };
        }

        _tickets.MakeRoom(Order());
        return answer with { ComeAgainAt = _tickets.Find(ticket) is null ? ComeAgain(ticket.Id) : null, Invitations = invitations };
    }

    /// <summary>Ends a lease.</summary>
    /// <param name="leaseId">The lease.</param>
    /// <param name="outcome">How it was used.</param>
    /// <param name="now">The clock's time.</param>
    /// <returns>What the caller has to send on.</returns>
    public IReadOnlyList<FleetInvitation> Release(string leaseId, FleetOutcome outcome, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Advance(now);
        if (_state.Leases.Find(lease => lease.Id == leaseId) is { } held)
        {
            Correct(held, outcome);
            held.ExpiresAt = Math.Min(held.ExpiresAt, outcome.Kind == FleetOutcomeKind.Abandoned ? _state.LastSeen + (long)_times.Linger.TotalMilliseconds : 0);
            _state.Leases.RemoveAll(lease => lease.ExpiresAt <= _state.LastSeen);
        }

        return Dispatch();
    }

    /// <summary>Takes a ticket back, or a lease of which nothing was sent.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="now">The clock's time.</param>
    /// <returns>What the caller has to send on.</returns>
    public IReadOnlyList<FleetInvitation> Withdraw(string ticketId, DateTimeOffset now)
    {
        _tickets.Remove(ticketId);
        return Release(ticketId, new FleetOutcome { Kind = FleetOutcomeKind.NotSent }, now);
    }

    /// <summary>Does what time alone has brought: budgets freed, offers lapsed, leases expired.</summary>
    /// <param name="now">The clock's time.</param>
    /// <returns>What the caller has to send on.</returns>
    public IReadOnlyList<FleetInvitation> Tick(DateTimeOffset now)
    {
        Advance(now);
        return Dispatch();
    }

    /// <summary>When time alone will next change something for a ticket that waits; null: never.</summary>
    public DateTimeOffset? NextChange()
    {
        List<WaitingTicket> waiting = [.. _state.Tickets.Where(ticket => ticket.OfferedPool is null)];
        IEnumerable<long> changes = _state.Tickets.Where(ticket => ticket.OfferedPool is not null).Select(ticket => ticket.ClaimBy);
        if (waiting.Count > 0)
        {
            changes = changes.Concat(_state.Leases.Select(lease => lease.ExpiresAt));
            changes = changes.Concat(waiting.Where(ticket => ticket.Pools.Count > 1).Select(ticket => ticket.Arrival + BoundDemand.HoldBack).Where(at => at > _state.LastSeen));
            Dictionary<string, PoolRoom> rooms = Rooms();
            changes = changes.Concat(waiting
                .SelectMany(ticket => ticket.Pools.Where(rooms.ContainsKey).Select(pool => (pool, ticket.Tokens)))
                .Distinct()
                .Select(wish => rooms[wish.pool].OpensAt(wish.Tokens))
                .OfType<long>());
        }

        List<long> times = [.. changes];
        return times.Count == 0 ? null : FromMilliseconds(Math.Max(times.Min(), _state.LastSeen));
    }

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset FromMilliseconds(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);

    private void Advance(DateTimeOffset now)
    {
        long time = _state.LastSeen = Math.Max(_state.LastSeen, Milliseconds(now));
        _state.Leases.RemoveAll(lease => lease.ExpiresAt <= time);
        _tickets.LetOffersLapse(time, _times.MaxUnclaimed);
        foreach (ChargeLog log in _logs.Values)
        {
            log.FreeOld(time);
        }
    }

    /// <summary>Holds every free slot for the first ticket that can use it.</summary>
    private List<FleetInvitation> Dispatch()
    {
        List<FleetInvitation> invitations = [];
        Dictionary<string, PoolRoom> rooms = Rooms();
        if (!rooms.Values.Any(room => room.IsOpen))
        {
            return invitations;
        }

        List<WaitingTicket> waiting = [.. _state.Tickets.Where(ticket => ticket.OfferedPool is null).Order(Order())];
        BoundDemand demand = new(waiting);
        foreach (WaitingTicket ticket in waiting)
        {
            demand.Pass(ticket);
            List<string> open = [.. ticket.Pools.Where(pool => rooms.TryGetValue(pool, out PoolRoom? room) && room.IsOpen)];
            if (open.RemoveAll(pool => demand.Needs(rooms[pool], pool, ticket, _state.LastSeen)) > 0 && open.Count == 0)
            {
                continue;
            }

            if (open.Find(pool => rooms[pool].Fits(ticket.Tokens)) is not { } chosen)
            {
                open.ForEach(pool => rooms[pool].Close());
                continue;
            }

            rooms[chosen].Take(ticket.Tokens);
            ticket.OfferedPool = chosen;
            ticket.ClaimBy = _state.LastSeen + (long)_times.Claim.TotalMilliseconds;
            invitations.Add(new FleetInvitation { TicketId = ticket.Id, InstanceId = ticket.InstanceId });
        }

        return invitations;
    }

    private FleetLease Grant(WaitingTicket ticket)
    {
        FleetPool pool = _pools.Find(pool => pool.Name == ticket.OfferedPool)!;
        _tickets.Remove(ticket);
        long startBefore = _state.LastSeen + (long)_times.Start.TotalMilliseconds;
        int tokens = Math.Min(ticket.Tokens, pool.TokensPerMinute ?? int.MaxValue);
        HeldLease lease = new()
        {
            Id = ticket.Id,
            Pool = pool.Name,
            Tokens = tokens,
            GrantedAt = _state.LastSeen,
            StartBefore = startBefore,
            ExpiresAt = startBefore + (pool.TimeoutSeconds * 1000L) + (long)_times.LeaseGrace.TotalMilliseconds,
        };
        _state.Leases.Add(lease);
        _logs[pool.Name].Add(startBefore, tokens);
        return Describe(lease);
    }

    private void Correct(HeldLease lease, FleetOutcome outcome)
    {
        bool known = outcome.Kind == FleetOutcomeKind.NotSent || (outcome.Kind == FleetOutcomeKind.Ended && outcome.SentAt is not null);
        if (known && _logs.TryGetValue(lease.Pool, out ChargeLog? log) && log.Remove(lease.StartBefore, lease.Tokens) && outcome.Kind == FleetOutcomeKind.Ended)
        {
            // One more, as the part below a millisecond is cut off; never before the lease, whatever the sender's clock says.
            log.Add(Math.Max(Milliseconds(outcome.SentAt!.Value) + 1, lease.GrantedAt), outcome.Tokens ?? lease.Tokens);
            log.FreeOld(_state.LastSeen);
        }
    }

    private FleetLease Describe(HeldLease lease) => new()
    {
        Id = lease.Id,
        Pool = lease.Pool,
        GrantedAt = FromMilliseconds(lease.GrantedAt),
        StartBefore = FromMilliseconds(lease.StartBefore),
        ExpiresAt = FromMilliseconds(lease.ExpiresAt),
        TimeoutSeconds = _pools.Find(pool => pool.Name == lease.Pool)?.TimeoutSeconds ?? 0,
    };

    private DateTimeOffset ComeAgain(string ticketId)
    {
        // Spread by a hash of the id, so that thousands do not come at once.
        uint hash = ticketId.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
        return FromMilliseconds(_state.LastSeen + 20_000 + (hash % 20_000));
    }

    private TicketOrder Order() => new(_state.Tickets, _state.LastSeen, _times.Patience);

    private Dictionary<string, PoolRoom> Rooms() => _pools.ToDictionary(pool => pool.Name, pool => new PoolRoom(pool, _logs[pool.Name], _state));
}
