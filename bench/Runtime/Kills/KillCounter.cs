using Workflows.Durable.Entities;

namespace Workflows.Bench.Runtime.Kills;

/// <summary>An entity whose value tells whether each operation was done once.</summary>
public sealed class KillCounter : TaskEntity<int>
{
    /// <summary>Adds.</summary>
    /// <returns>The new value.</returns>
    public int Add(int amount) => State += amount;
}
