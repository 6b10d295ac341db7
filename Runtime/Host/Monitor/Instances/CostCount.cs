namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>What was counted for an instance.</summary>
/// <param name="Cost">The sum; null: nothing was spent.</param>
/// <param name="IsFinal">True when nothing of it is still open, so that the sum does not grow any more.</param>
internal readonly record struct CostCount(CostAnswer? Cost, bool IsFinal);
