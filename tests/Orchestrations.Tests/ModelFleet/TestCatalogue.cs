using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>A catalogue whose every task may go to all its pools, in their order.</summary>
internal sealed class TestCatalogue(params FleetPool[] pools) : IModelCatalogue
{
    public string FleetKey => "default";

    public IReadOnlyList<FleetPool> Pools => pools;

    public static FleetPool Pool(string name, int concurrent = 4, int? callsPerMinute = null, int timeoutSeconds = 30) =>
        new() { Name = name, MaxConcurrent = concurrent, CallsPerMinute = callsPerMinute, TimeoutSeconds = timeoutSeconds };

    public ModelTaskPolicy Policy(string task) => task == "F1"
        ? new ModelTaskPolicy { Pools = [.. pools.Select(pool => pool.Name)] }
        : throw new ArgumentException($"There is no task '{task}'.", nameof(task));
}
