namespace Workflows.Runtime.Host.Monitor;

/// <summary>
/// Shows the monitor an application's fleet: what admits its calls to models. A service that an application may register: the host knows no workflow and no fleet.
/// </summary>
public interface IMonitorFleet
{
    /// <summary>The fleet as it is now.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<MonitorFleet> ReadAsync(CancellationToken cancellationToken);

    /// <summary>What an instance waits for in the fleet, or holds there.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="orchestrator">Its orchestrator's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null: it has no business with the fleet.</returns>
    Task<MonitorFleetWait?> FindAsync(string instanceId, string orchestrator, CancellationToken cancellationToken);
}
