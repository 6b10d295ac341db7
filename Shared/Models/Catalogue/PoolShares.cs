using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Models;

/// <summary>The shares of the classes as a pool's settings give them.</summary>
internal static class PoolShares
{
    public static FleetShares Of(ModelPoolOptions pool) => new()
    {
        Realtime = pool.RealtimeShare ?? FleetShares.Default.Realtime,
        Interactive = pool.InteractiveShare ?? FleetShares.Default.Interactive,
        Batch = pool.BatchShare ?? FleetShares.Default.Batch,
    };

    public static void AddFaults(List<string> faults, string key, ModelPoolOptions pool)
    {
        var shares = Of(pool);
        if (new[] { shares.Realtime, shares.Interactive, shares.Batch }.Any(share => share is not (>= 0 and <= 1)))
        {
            faults.Add($"{key}: RealtimeShare, InteractiveShare and BatchShare must be between 0 and 1.");
        }
        else if (shares.Realtime + shares.Interactive + shares.Batch > 1)
        {
            faults.Add($"{key}: RealtimeShare, InteractiveShare and BatchShare must not be above 1 together; what is absent counts with its default (0.5, 0.25, 0.125).");
        }
    }
}
