using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Models;

/// <summary>What the fleet knows of the configured models: its pools, and where each task may go. It does not change while the process runs.</summary>
public interface IModelCatalogue
{
    /// <summary>The key of the fleet's entity.</summary>
    string FleetKey { get; }

    /// <summary>Every pool of the fleet with its limits; names are unique.</summary>
    IReadOnlyList<FleetPool> Pools { get; }

    /// <summary>The times of the admission protocol.</summary>
    FleetTimes Times => FleetTimes.Embedded;

    /// <summary>Where a task may go.</summary>
    /// <param name="task">The task's id, for example <c>F3</c>.</param>
    /// <exception cref="ArgumentException">The catalogue has no such task; the message names it.</exception>
    ModelTaskPolicy Policy(string task);
}
