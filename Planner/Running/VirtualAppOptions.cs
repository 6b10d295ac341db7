using Workflows.Simulator;

namespace Workflows.Planner.Running;

/// <summary>What a <see cref="VirtualApp"/> is made of.</summary>
public sealed class VirtualAppOptions
{
    /// <summary>The simulator.</summary>
    public SimulatorOptions Simulator { get; set; } = new();

    /// <summary>The application's configuration, all of it: neither the environment nor any file is read.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
}
