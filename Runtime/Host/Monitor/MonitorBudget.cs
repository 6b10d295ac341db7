namespace Workflows.Runtime.Host.Monitor;

/// <summary>What may be spent within any minute.</summary>
/// <param name="PerMinute">The whole.</param>
/// <param name="Left">What is left now.</param>
/// <param name="FreesAt">When more becomes free; null: nothing is spent.</param>
public sealed record MonitorBudget(int PerMinute, int Left, DateTimeOffset? FreesAt);
