namespace Workflows.Runtime.Host.Monitor;

/// <summary>Shows the monitor what a workflow's result is made of. A service that an application may register: the host knows no workflow.</summary>
public interface IMonitorResults
{
    /// <summary>Whether instances of an orchestrator have a view of their own.</summary>
    /// <param name="orchestrator">The orchestrator's name.</param>
    bool Knows(string orchestrator);

    /// <summary>What one of them is shown with, also before it has ended.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The view's name and its data, which is written as JSON; null: there is nothing to show yet.</returns>
    Task<MonitorResult?> ReadAsync(MonitorInstance instance, CancellationToken cancellationToken);
}
