namespace Workflows.Runtime.Host.Monitor;

/// <summary>Tells the monitor how orchestrations are started. A service that an application may register: orchestrators read their inputs themselves, so the host cannot know them.</summary>
public interface IMonitorCatalogue
{
    /// <summary>What is known of an orchestrator.</summary>
    /// <param name="orchestrator">Its name.</param>
    /// <returns>Null: nothing.</returns>
    MonitorStart? Find(string orchestrator);
}
