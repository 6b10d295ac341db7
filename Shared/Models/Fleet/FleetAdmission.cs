namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// The rules of admission over a <see cref="FleetState"/>. It computes only: the same state, operation and time give the same answer.
/// At every moment a pool has at most its concurrency of leases and held slots, and at most its budget of calls and tokens in any 60 seconds,
/// as long as requests are sent within their leases. Where outcomes have lowered a pool's limit below what is leased, nothing more is leased. Every operation may be repeated; unknown ids do nothing; time never goes back.
/// </summary>
public sealed class FleetAdmission
{
    private readonly FleetState _state;
    private readonly FleetTimes _times;
    private readonly PoolBook _book;
    private readonly TicketStore _tickets;
    private Dictionary<string, PoolRoom> _rooms = [];

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
        _book = new PoolBook(state, pools, times);
        _tickets = new TicketStore(state.Tickets, times.MaxTickets);
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
        List<string> pools = [.. ticket.Pools.Where(pool => _book.Find(pool) is not null).Distinct()];
        DateTimeOffset arrival = ticket.Arrival is { } stamp && Milliseconds(stamp) <= _state.LastSeen ? stamp : FromMilliseconds(_state.LastSeen);
        FleetAnswer answer = new() { Arrival = arrival, Candidates = pools };
        if (_state.Leases.Find(lease => lease.Id == ticket.Id) is { } held)
        {
            return answer with { Lease = Describe(held), ServedAt = ServedAt(held.Pool), Invitations = Dispatch() };
        }

        if (pools.Count == 0)
        {
            return answer with { Refused = $"None of the pools [{string.Join(", ", ticket.Pools)}] is in this fleet.", Invitations = Dispatch() };
        }

        WaitingTicket waiting = _tickets.Find(ticket) ?? Add(ticket, pools, Milliseconds(arrival));
        waiting.Unclaimed = 0;
        waiting.Pools = pools;
        if (waiting.IsLate)
        {
            // The slot may have gone to another: it is offered anew if there still is one.
            waiting.TakeBack();
        }

        List<FleetInvitation> invitations = Dispatch();
        if (waiting.OfferedPool is not null)
        {
            invitations.RemoveAll(invitation => invitation.TicketId == ticket.Id);
            return answer with { ServedAt = ServedAt(waiting.OfferedPool), Lease = Grant(waiting), Invitations = invitations };
        }

        string waits = Explain(waiting);
        _tickets.MakeRoom(Order());
        return answer with { ComeAgainAt = _tickets.Find(ticket) is null ? ComeAgain(ticket.Id) : null, Waits = waits, Invitations = invitations };
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
            Learn(held, outcome);
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

    /// <summary>Gives a process its next block, and takes in what it used the ones before for.</summary>
    /// <param name="ask">The wish and the account.</param>
    /// <param name="now">The clock's time.</param>
    public FleetBlock Renew(FleetBlockAsk ask, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ask);
        Advance(now);
        FleetBlock block = new BlockDesk(_state, _book, _times).Renew(ask);
        return block with { Invitations = Dispatch() };
    }

    /// <summary>Seconds that a call would wait for admission, by <see cref="PoolForecast"/>; null: none of its pools is in this fleet. Nothing changes.</summary>
    /// <param name="pools">The pools that may serve it.</param>
    /// <param name="usualSeconds">How long such a call takes where nothing is known of a pool.</param>
    /// <param name="now">The clock's time.</param>
    public double? Forecast(IReadOnlyList<string> pools, double usualSeconds, DateTimeOffset now) =>
        new PoolForecast(_state, _book, Math.Max(_state.LastSeen, Milliseconds(now))).Seconds(pools, usualSeconds);

    /// <summary>When time alone will next change something for a ticket that waits; null: never.</summary>
    public DateTimeOffset? NextChange()
    {
        List<WaitingTicket> waiting = [.. _state.Tickets.Where(ticket => ticket.OfferedPool is null)];
        long late = (long)(_times.Claim - _times.Hold).TotalMilliseconds;
        IEnumerable<long> changes = _state.Tickets.Where(ticket => ticket.OfferedPool is not null).Select(ticket => ticket.IsLate || waiting.Count == 0 ? ticket.ClaimBy : ticket.ClaimBy - late);
        if (waiting.Count > 0)
        {
            changes = changes.Concat(_state.Leases.Select(lease => lease.ExpiresAt));
            changes = changes.Concat(_state.Blocks.Select(block => block.FreedAt));
            changes = changes.Concat(waiting.Where(ticket => ticket.Pools.Count > 1).Select(ticket => ticket.Arrival + BoundDemand.HoldBack).Where(at => at > _state.LastSeen));
            Dictionary<string, PoolRoom> rooms = _book.Rooms();
            changes = changes.Concat(waiting
                .SelectMany(ticket => ticket.Pools.Where(rooms.ContainsKey).Select(pool => (pool, ticket.Tokens)))
                .Distinct()
                .Select(wish => rooms[wish.pool].OpensAt(wish.Tokens))
                .OfType<long>());
            changes = changes.Concat(waiting.SelectMany(ticket => ticket.Pools.Where(rooms.ContainsKey)).Distinct().Select(pool => rooms[pool].ReserveChangesAt).OfType<long>());
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
        _tickets.LetOffersLapse(time, (long)(_times.Claim - _times.Hold).TotalMilliseconds, _times.MaxUnclaimed);
        _state.Blocks.RemoveAll(block => block.FreedAt <= time);
        _book.FreeOldCharges();
        new TrafficBook(_state).Turn();
    }

    private WaitingTicket Add(FleetTicket ticket, List<string> pools, long arrival)
    {
        if (ticket.Arrival is null)
        {
            new TrafficBook(_state).Arrive(pools[0], ticket.Class, Math.Clamp(ticket.Tokens, 0, _book.Find(pools[0])!.TokensPerMinute ?? int.MaxValue));
        }

        return _tickets.Add(ticket, pools, arrival);
    }

    private List<FleetInvitation> Dispatch()
    {
        _rooms = _book.Rooms();
        return new SlotDispatch(_state, _rooms, Order(), _state.LastSeen + (long)_times.Claim.TotalMilliseconds).Run();
    }

    private FleetLease Grant(WaitingTicket ticket)
    {
        FleetPool pool = _book.Find(ticket.OfferedPool!)!;
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
            Class = ticket.Class,
        };
        _state.Leases.Add(lease);
        _book.Log(pool.Name)!.Add(startBefore, tokens);
        return Describe(lease);
    }

    private void Correct(HeldLease lease, FleetOutcome outcome)
    {
        bool known = outcome.Kind == FleetOutcomeKind.NotSent || (outcome.Kind == FleetOutcomeKind.Ended && outcome.SentAt is not null);
        if (known && _book.Log(lease.Pool) is { } log && log.Remove(lease.StartBefore, lease.Tokens) && outcome.Kind == FleetOutcomeKind.Ended)
        {
            // One more, as the part below a millisecond is cut off; never before the lease, whatever the sender's clock says.
            log.Add(Math.Max(Milliseconds(outcome.SentAt!.Value) + 1, lease.GrantedAt), outcome.Tokens ?? lease.Tokens);
            log.FreeOld(_state.LastSeen);
        }
    }

    private void Learn(HeldLease lease, FleetOutcome outcome)
    {
        if (_book.Find(lease.Pool) is { } pool)
        {
            List<HeldLease> held = [.. _state.Leases.Where(other => other.Pool == pool.Name)];
            _book.Teach(pool, guard => guard.Learn(lease, outcome, held, _state.LastSeen));
            if (outcome.Status is ModelSendStatus.Answered or ModelSendStatus.Invalid)
            {
                _state.Served[pool.Name] = _state.LastSeen;
                PoolForecast.Learn(_state, pool.Name, outcome.DurationSeconds);
            }
        }
    }

    private DateTimeOffset? ServedAt(string pool) => _state.Served.TryGetValue(pool, out long time) ? FromMilliseconds(time) : null;

    private string Explain(WaitingTicket ticket)
    {
        TicketOrder order = Order();
        List<WaitingTicket> before = [.. _state.Tickets.Where(other => other.OfferedPool is null && order.Compare(other, ticket) < 0)];
        return string.Join("; ", ticket.Pools.Select(pool => _rooms[pool].Explain(ticket.Tokens, before.Count(other => other.Pools.Contains(pool)))));
    }

    private FleetLease Describe(HeldLease lease) => new()
    {
        Id = lease.Id,
        Pool = lease.Pool,
        GrantedAt = FromMilliseconds(lease.GrantedAt),
        StartBefore = FromMilliseconds(lease.StartBefore),
        ExpiresAt = FromMilliseconds(lease.ExpiresAt),
        TimeoutSeconds = _book.Find(lease.Pool)?.TimeoutSeconds ?? 0,
        ResourceClass = _book.Find(lease.Pool)?.ResourceClass,
    };

    // Spread by a hash of the id, so that thousands do not come at once.
    private DateTimeOffset ComeAgain(string ticketId) => FromMilliseconds(_state.LastSeen + 20_000 + (StableHash.Of(ticketId) % 20_000));

    private TicketOrder Order() => new(_state.Tickets, _state.LastSeen, _times.Patience);
}
