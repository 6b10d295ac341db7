namespace Workflows.Shared.Models.Fleet;

/// <summary>
/// Gives blocks. Their slots are kept back from others as soon as they are wanted and given as they come free; their calls and tokens are
/// charged as if all were sent at the end of the block, until the account of its use is in.
/// </summary>
internal sealed class BlockDesk(FleetState state, PoolBook book, FleetTimes times)
{
    private const int MaxBlocks = 32;
    private const int MaxOpenAllotments = 8;

    private long Now => state.LastSeen;

    private long Life => (long)times.BlockLife.TotalMilliseconds;

    public FleetBlock Renew(FleetBlockAsk ask)
    {
        FleetBlock none = new() { Owner = ask.Owner, Pool = ask.Pool, Number = ask.Number, StopAt = Time(Now), RenewAt = Time(Now + (Life / 2)) };
        if (book.Find(ask.Pool) is not { } pool)
        {
            return none with { Refused = $"The pool '{ask.Pool}' is not in this fleet." };
        }

        HeldBlock? block = state.Blocks.Find(held => held.Owner == ask.Owner && held.Pool == ask.Pool);
        if (block?.Start < ask.Start)
        {
            block.Allotments.Clear();
            block.Slots = 0;
            block.Start = ask.Start;
        }

        if (block?.Start > ask.Start)
        {
            return none with { Refused = "A later start of the process has a block already." };
        }

        if (block?.Allotments.Find(given => given.Number == ask.Number) is { } again)
        {
            return Describe(block, again, pool);
        }

        if (block is null && state.Blocks.Count >= MaxBlocks)
        {
            return none with { Refused = $"{MaxBlocks} processes have a block already." };
        }

        if (block is null)
        {
            state.Blocks.Add(block = new HeldBlock { Owner = ask.Owner, Pool = ask.Pool, Start = ask.Start });
        }
        else if (block.Allotments.Exists(given => given.Number > ask.Number))
        {
            return none with { Refused = "A later block has been given already." };
        }

        foreach (FleetBlockUse use in ask.Uses)
        {
            Settle(block, pool, use);
        }

        return Describe(block, Give(block, pool, ask), pool);
    }

    private HeldAllotment Give(HeldBlock block, FleetPool pool, FleetBlockAsk ask)
    {
        block.Allotments.RemoveAll(given => FreedAt(given.ExpiresAt, pool) <= Now);
        PoolGuard guard = book.Guard(pool);

        // A failing pool is probed by one call at a time; its block is the only way to one that nobody else uses.
        int limit = guard.ClosedUntil > Now ? 0 : guard.IsFailing ? 1 : guard.Limit;
        List<HeldBlock> others = [.. state.Blocks.Where(held => held.Pool == pool.Name && held != block)];

        // However low the limit is for now, one slot is left of a share that had one.
        int least = Math.Min(limit, Math.Min(pool.Shares.SlotsOf(CallClass.Realtime, pool.MaxConcurrent), 1));
        int share = Math.Max(pool.Shares.SlotsOf(CallClass.Realtime, limit), least) - others.Sum(held => Math.Max(held.Claimed, held.Slots));
        int wanted = block.Allotments.Count < MaxOpenAllotments ? Math.Clamp(ask.Slots, 0, Math.Max(share, 0)) : 0;
        List<WaitingTicket> offered = [.. state.Tickets.Where(ticket => ticket.Holds(pool.Name))];
        int used = state.Leases.Count(lease => lease.Pool == pool.Name) + offered.Count + others.Sum(held => held.Slots);
        (int calls, int tokens) = Budget(block, pool, wanted == 0 ? ask with { Calls = 0, Tokens = 0 } : ask, offered);
        HeldAllotment given = new()
        {
            Number = ask.Number,
            Slots = Math.Clamp(limit - used, 0, wanted),
            Calls = calls,
            Tokens = tokens,
            ExpiresAt = Now + Life,
        };
        if (calls > 0)
        {
            book.Log(pool.Name)!.Add(given.ExpiresAt, tokens, calls);
        }

        block.Allotments.Add(given);
        block.Claimed = wanted;
        block.Slots = Math.Max(block.Allotments.Max(open => open.Slots), ask.Running);
        block.FreedAt = FreedAt(given.ExpiresAt, pool);
        return given;
    }

    /// <summary>What the budgets allow now. What is missing is kept back from others, up to the class's share of a block's life.</summary>
    private (int Calls, int Tokens) Budget(HeldBlock block, FleetPool pool, FleetBlockAsk ask, List<WaitingTicket> offered)
    {
        ChargeLog log = book.Log(pool.Name)!;
        int calls = Fair(ask.Calls, pool.CallsPerMinute, pool);
        int tokens = pool.TokensPerMinute is null ? 0 : Fair(ask.Tokens, pool.TokensPerMinute, pool);
        long freeCalls = pool.CallsPerMinute is { } most ? most - log.Calls - offered.Count : calls;
        long freeTokens = pool.TokensPerMinute is { } all ? all - log.Tokens - offered.Sum(ticket => (long)Math.Min(ticket.Tokens, all)) : tokens;
        int givenCalls = (int)Math.Clamp(freeCalls, 0, calls);
        int givenTokens = (int)Math.Clamp(freeTokens, 0, tokens);
        block.MissingCalls = calls - givenCalls;
        block.MissingTokens = tokens - givenTokens;
        return givenCalls == 0 ? (0, 0) : (givenCalls, givenTokens);
    }

    private int Fair(int wanted, int? perMinute, FleetPool pool) => perMinute is { } budget
        ? Math.Clamp(wanted, 0, Math.Max(1, (int)(budget * pool.Shares.Realtime * times.BlockLife.TotalSeconds / 60)))
        : Math.Max(wanted, 0);

    private void Settle(HeldBlock block, FleetPool pool, FleetBlockUse use)
    {
        if (block.Allotments.Find(given => given.Number == use.Number) is not { } given)
        {
            return;
        }

        block.Allotments.Remove(given);
        if (given.Calls > 0 && book.Log(pool.Name)!.Remove(given.ExpiresAt, given.Tokens, given.Calls) && use.Calls > 0)
        {
            long sent = use.LastSentAt is { } last ? Math.Clamp(last.ToUnixTimeMilliseconds() + 1, given.ExpiresAt - Life, given.ExpiresAt) : given.ExpiresAt;
            book.Log(pool.Name)!.Add(sent, use.Tokens, use.Calls);
        }

        book.Teach(pool, guard => Learn(guard, use, given.ExpiresAt - Life, block.Slots));
    }

    private void Learn(PoolGuard guard, FleetBlockUse use, long grantedAt, int running)
    {
        FleetOutcome outcome = new() { Kind = FleetOutcomeKind.Unknown, RetryAfterSeconds = use.RetryAfterSeconds };
        for (int i = 0; use.Served == 0 && i < Math.Min(use.Failed, times.BreakAfter); i++)
        {
            guard.Learn(OutcomeSignal.Broken, outcome, grantedAt, running, true, Now);
        }

        if (use.Served > 0)
        {
            guard.Learn(OutcomeSignal.Served, outcome, grantedAt, running, true, Now);
        }

        if (use.Refused > 0)
        {
            guard.Learn(OutcomeSignal.Refused, outcome, grantedAt, guard.Limit, use.Served == 0, Now);
        }
    }

    private FleetBlock Describe(HeldBlock block, HeldAllotment given, FleetPool pool)
    {
        PoolGuard guard = book.Guard(pool);
        bool isShort = given.Slots < block.Claimed || block.MissingCalls > 0 || block.MissingTokens > 0 || guard.IsFailing || guard.ClosedUntil > Now;
        return new FleetBlock
        {
            Owner = block.Owner,
            Pool = block.Pool,
            Number = given.Number,
            Slots = given.Slots,
            Calls = given.Calls,
            Tokens = pool.TokensPerMinute is null ? null : given.Tokens,
            StopAt = Time(given.ExpiresAt - (long)times.BlockMargin.TotalMilliseconds),
            RenewAt = Time(given.ExpiresAt - Life + (isShort ? Life / 10 : Life / 2)),
            TimeoutSeconds = pool.TimeoutSeconds,
        };
    }

    private long FreedAt(long expiresAt, FleetPool pool) => expiresAt + (pool.TimeoutSeconds * 1000L) + (long)times.LeaseGrace.TotalMilliseconds;

    private static DateTimeOffset Time(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);
}
