namespace Workflows.Planner.Yardsticks;

/// <summary>
/// The linear program over both pools' concurrency: least T such that the calls, the shared ones divided at will, fill neither pool beyond its slots × T. Its optimum takes shared
/// calls to the primary in the order of what they cost there for what they cost at the secondary, until both are busy equally long.
/// </summary>
internal static class PoolAreas
{
    public static (double Seconds, string Binds) Least(Workload work)
    {
        double primary = work.Middle.Where(call => !call.OnSecondary).Sum(call => call.Primary) / work.Primary.MaxConcurrent;
        double secondary = work.Middle.Where(call => call.OnSecondary).Sum(call => call.Secondary) / work.Secondary.MaxConcurrent;
        foreach (WorkCall call in work.Middle.Where(call => call.OnPrimary && call.OnSecondary).OrderBy(call => call.Primary / call.Secondary))
        {
            double more = call.Primary / work.Primary.MaxConcurrent;
            double less = call.Secondary / work.Secondary.MaxConcurrent;
            double share = Math.Clamp((secondary - primary) / (more + less), 0, 1);
            primary += share * more;
            secondary -= share * less;
            if (share < 1)
            {
                break;
            }
        }

        return primary >= secondary ? (primary, "the primary's concurrency") : (secondary, "the secondary's concurrency");
    }
}
