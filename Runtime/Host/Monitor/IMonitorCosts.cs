namespace Workflows.Runtime.Host.Monitor;

/// <summary>
/// Tells the monitor what instances cost. A service that an application may register: the host knows no workflow, and so not which instances are calls to a model, nor what
/// their outputs say.
/// </summary>
public interface IMonitorCosts
{
    /// <summary>The names of the orchestrators whose outputs tell of calls.</summary>
    IReadOnlyCollection<string> Orchestrators { get; }

    /// <summary>What one of them cost.</summary>
    /// <param name="output">Its serialized output.</param>
    /// <returns>The requests that it sent; none when the output tells of none, or cannot be read.</returns>
    IReadOnlyList<MonitorCost> Read(string output);
}
