using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>A catalogue whose every task may go to all its pools, in their order.</summary>
internal sealed class TestCatalogue(params FleetPool[] pools) : IModelCatalogue
{
    public string FleetKey => "default";

    /// <summary>The fleet in which the pools lie.</summary>
    public string TaskFleet { get; init; } = "default";

    public IReadOnlyList<FleetPool> Pools => pools;

    public IReadOnlyList<FleetPool> PoolsOf(string fleetKey) => fleetKey == TaskFleet ? pools : [];

    public static FleetPool Pool(string name, int concurrent = 4, int? callsPerMinute = null, int timeoutSeconds = 30) =>
        new() { Name = name, MaxConcurrent = concurrent, CallsPerMinute = callsPerMinute, TimeoutSeconds = timeoutSeconds };

    public ModelTaskPolicy Policy(string task) => task == "F1"
        ? new ModelTaskPolicy { Pools = [.. pools.Select(pool => pool.Name)], FleetKey = TaskFleet }
        : throw new ArgumentException($"There is no task '{task}'.", nameof(task));
}
