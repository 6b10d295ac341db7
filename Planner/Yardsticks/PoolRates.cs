namespace Workflows.Planner.Yardsticks;

/// <summary>
/// The least T over the number of shared calls that the primary takes: the calls of either pool, however they are chosen, fill its slots at least that long, and those that its rate
/// admits last start that late; what must go before the first and after the last of a pool comes on top (<see cref="PoolLoad"/>).
/// </summary>
internal static class PoolRates
{
    public static (double Seconds, string Binds) Least(Workload work, WorkChains chains, bool hasForesight = true)
    {
        PoolLoad primary = new(work.Primary, [.. work.Middle.Where(call => call.OnPrimary)], call => call.OnSecondary, call => call.Primary, chains, hasForesight);
        PoolLoad secondary = new(work.Secondary, [.. work.Middle.Where(call => call.OnSecondary)], call => call.OnPrimary, call => call.Secondary, chains, hasForesight);
        int shared = work.Middle.Count(call => call.OnPrimary && call.OnSecondary);
        return Enumerable.Range(0, shared + 1)
            .Select(taken => new[]
            {
                (Seconds: primary.Concurrency(taken), Binds: "the primary's concurrency"),
                (Seconds: secondary.Concurrency(shared - taken), Binds: "the secondary's concurrency"),
                (Seconds: primary.Rate(taken), Binds: "the primary's rate"),
                (Seconds: secondary.Rate(shared - taken), Binds: "the secondary's rate"),
            }.MaxBy(limit => limit.Seconds))
            .MinBy(limit => limit.Seconds);
    }
}
