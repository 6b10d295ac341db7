namespace Workflows.Shared.Models.Fleet;

/// <summary>Notes what the classes ask the pools for, and how often one that waits is passed.</summary>
internal sealed class TrafficBook(FleetState state)
{
    /// <summary>A ticket has come that was not there before.</summary>
    public void Arrive(string pool, CallClass callClass, int tokens)
    {
        ClassTraffic traffic = Of(pool, callClass);
        traffic.Calls++;
        traffic.Tokens += tokens;
    }

    /// <summary>A slot goes to a class; the others that wait for the pool are passed.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="callClass">The class that has it.</param>
    /// <param name="used">How many slots it has now.</param>
    /// <param name="waiting">Who waits.</param>
    public void Give(string pool, CallClass callClass, int used, IEnumerable<WaitingTicket> waiting)
    {
        ClassTraffic served = Of(pool, callClass);
        served.Most = Math.Max(served.Most, used);
        served.Passed = 0;
        foreach (CallClass other in waiting.Where(ticket => ticket.Class != callClass && ticket.Pools.Contains(pool)).Select(ticket => ticket.Class).Distinct())
        {
            Of(pool, other).Passed++;
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Turn()
    {
        state.Traffic.ForEach(traffic => traffic.Turn(state.LastSeen));
        state.Traffic.RemoveAll(traffic => !traffic.IsSeen && traffic.MostBefore == 0 && traffic.Most == 0
            && !state.Tickets.Exists(ticket => ticket.Class == traffic.Class && ticket.Pools.Contains(traffic.Pool)));
    }

    private ClassTraffic Of(string pool, CallClass callClass)
    {
        if (state.Traffic.Find(traffic => traffic.Pool == pool && traffic.Class == callClass) is { } known)
        {
            return known;
        }

        ClassTraffic traffic = new() { Pool = pool, Class = callClass, Since = state.LastSeen };
        state.Traffic.Add(traffic);
        return traffic;
    }
}
