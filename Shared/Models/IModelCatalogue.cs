using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Models;

/// <summary>What the fleet knows of the configured models: its pools, and where each task may go. It does not change while the process runs.</summary>
public interface IModelCatalogue
{
    /// <summary>The key of the fleet that calls turn to first; a task whose pools lie in another is sent on there.</summary>
    string FleetKey { get; }

    /// <summary>Every pool that a task may use, of every fleet, with its limits; names are unique.</summary>
    IReadOnlyList<FleetPool> Pools { get; }

    /// <summary>The pools of one fleet; none when there is no such fleet.</summary>
    /// <param name="fleetKey">The fleet's key.</param>
    IReadOnlyList<FleetPool> PoolsOf(string fleetKey) => fleetKey == FleetKey ? Pools : [];

    /// <summary>The times of the admission protocol.</summary>
    FleetTimes Times => FleetTimes.Embedded;

    /// <summary>Where a task may go.</summary>
    /// <param name="task">The task's id, for example <c>F3</c>.</param>
    /// <exception cref="ArgumentException">The catalogue has no such task; the message names it.</exception>
    ModelTaskPolicy Policy(string task);
}
