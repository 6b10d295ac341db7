namespace Workflows.Planner.Yardsticks;

/// <summary>
/// The least T over the number of shared calls that the primary takes: that many of its cheapest must fit beside its own calls, and the last call of the secondary, with all that are left,
/// starts no earlier than its rate allows and then takes as long as the shortest.
/// </summary>
internal static class PoolRates
{
    public static (double Seconds, string Binds) Least(Workload work)
    {
        List<double> shared = [.. work.Middle.Where(call => call.OnPrimary && call.OnSecondary).Select(call => call.Primary).Order()];
        int bound = work.Middle.Count(call => !call.OnPrimary);
        int own = work.Middle.Count(call => !call.OnSecondary);
        double area = work.Middle.Where(call => !call.OnSecondary).Sum(call => call.Primary);
        double shortestSecondary = work.Middle.Where(call => call.OnSecondary).Select(call => call.Secondary).DefaultIfEmpty().Min();
        double shortestPrimary = work.Middle.Where(call => call.OnPrimary).Select(call => call.Primary).DefaultIfEmpty().Min();
        (double Seconds, string Binds) least = (double.PositiveInfinity, "");
        for (int taken = 0; taken <= shared.Count; taken++)
        {
            area += taken > 0 ? shared[taken - 1] : 0;
            int atSecondary = bound + shared.Count - taken;
            (double Seconds, string Binds)[] limits =
            [
                (area / work.Primary.MaxConcurrent, "the primary's concurrency"),
                (own + taken > 0 ? work.Primary.Earliest(own + taken) + shortestPrimary : 0, "the primary's rate"),
                (atSecondary > 0 ? work.Secondary.Earliest(atSecondary) + shortestSecondary : 0, "the secondary's rate"),
            ];
            (double Seconds, string Binds) most = limits.MaxBy(limit => limit.Seconds);
            least = most.Seconds < least.Seconds ? most : least;
        }

        return least;
    }
}
